package isegoria.account.http;

import isegoria.account.read.account.AccountProjection;
import isegoria.account.read.account.Accounts;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.relationship.FollowOptions;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.account.write.relationship.RelationshipCommand.Target;
import isegoria.api.error.Problem;
import isegoria.edge.ApiException;
import isegoria.edge.CommandContexts;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.service.ParallelTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Accounts and follows by the batch. The answer names each rejected line with its reason, and the
 * rest holds; a repeated batch changes nothing.
 */
@RestController
@RequestMapping("/internal/operator")
public final class ImportResource {

  private static final int BATCH_MAX = 1_000;

  private static final int ACCOUNTS_AT_ONCE = 8;

  /** Commands on their way: their deciders answer thousands a second. */
  private static final int FOLLOWS_AT_ONCE = 64;

  private final Registrar registrar;
  private final Accounts accounts;
  private final CommandSender commandSender;
  private final CommandContexts contexts;

  public ImportResource(
      Registrar registrar,
      Accounts accounts,
      CommandSender commandSender,
      CommandContexts contexts) {
    this.registrar = registrar;
    this.accounts = accounts;
    this.commandSender = commandSender;
    this.contexts = contexts;
  }

  /** One of the batch that was not taken. */
  record NotTaken(String what, String error) {}

  /** What became of a batch. */
  record Taken(int done, List<NotTaken> refused, Map<String, String> ids) {}

  @PostMapping("/accounts/import")
  Taken importAccounts(@RequestBody JsonNode body) {
    List<JsonNode> batch = batch(body, "accounts");
    Queue<NotTaken> refused = new ConcurrentLinkedQueue<>();
    Map<String, String> ids = new ConcurrentHashMap<>();
    ParallelTasks.forEach(
        batch,
        ACCOUNTS_AT_ONCE,
        each -> {
          String username = each.path("username").asString("");
          try {
            Open opened = registrar.open(wanted(each), contexts.once(""));
            ids.put(username, opened.id().toString());
          } catch (ApiException rejection) {
            requireAnswer(rejection);
            refused.add(new NotTaken(username, rejection.body().error()));
          }
        });
    return new Taken(batch.size() - refused.size(), List.copyOf(refused), ids);
  }

  private static NewAccount wanted(JsonNode each) {
    String username = each.path("username").asString("");
    String email = text(each, "email");
    String password = text(each, "password");
    SignUpChecks checks = new SignUpChecks().username(username, true);
    if (email != null) {
      checks.email(email);
    }
    if (password != null) {
      checks.password(password);
    }
    checks.orThrow();
    String displayName = text(each, "display_name");
    String note = text(each, "note");
    return new NewAccount(
        username,
        email,
        password,
        displayName == null ? "" : ProfileParameters.displayName(displayName),
        note == null ? "" : ProfileParameters.note(note),
        OperatorResource.role(text(each, "role")),
        true);
  }

  private static @Nullable String text(JsonNode each, String name) {
    String text = each.path(name).asString("");
    return text.isBlank() ? null : text;
  }

  @PostMapping("/follows/import")
  Taken importFollows(
      @RequestBody JsonNode body,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String batchKey) {
    List<JsonNode> batch = batch(body, "pairs");
    Map<String, Optional<Open>> known = new ConcurrentHashMap<>();
    Queue<NotTaken> refused = new ConcurrentLinkedQueue<>();
    ParallelTasks.forEach(
        batch,
        FOLLOWS_AT_ONCE,
        pair -> {
          String from = pair.path(0).asString("");
          String to = pair.path(1).asString("");
          try {
            follow(
                known.computeIfAbsent(from, this::find),
                known.computeIfAbsent(to, this::find),
                batchKey);
          } catch (ApiException rejection) {
            requireAnswer(rejection);
            refused.add(new NotTaken(from + " " + to, rejection.body().error()));
          }
        });
    return new Taken(batch.size() - refused.size(), List.copyOf(refused), Map.of());
  }

  private void follow(Optional<Open> from, Optional<Open> to, String batchKey) {
    Open by = from.orElseThrow(ApiException::notFound);
    Open target = to.orElseThrow(ApiException::notFound);
    if (by.id().equals(target.id())) {
      throw new ApiException(Problem.NOT_ALLOWED);
    }
    String actor = by.id().toString();
    CommandContext context =
        batchKey.isEmpty()
            ? contexts.once(actor)
            : contexts.of(
                CommandContexts.digest(batchKey + " " + by.id() + " " + target.id()), actor);
    Target met = target.profile().locked() ? Target.LOCKED : Target.OPEN;
    commandSender.relationship(
        new RelationshipCommand.Follow(
            by.id(), target.id(), FollowOptions.USUAL, met, context.occurredAt()),
        context);
  }

  private Optional<Open> find(String nameOrId) {
    Optional<Open> byName =
        accounts.byName(AccountProjection.lower(nameOrId)).flatMap(accounts::byId);
    return byName.isPresent() || !nameOrId.matches("[1-9]\\d{14,17}")
        ? byName
        : accounts.byId(AccountId.of(nameOrId));
  }

  private static List<JsonNode> batch(JsonNode body, String name) {
    JsonNode batch = body.path(name);
    if (!batch.isArray() || batch.size() > BATCH_MAX) {
      throw ApiException.wrong(name, "a list of at most " + BATCH_MAX);
    }
    return new ArrayList<>(batch.values());
  }

  /** What may succeed later is not the line's fault: the whole batch is sent again. */
  private static void requireAnswer(ApiException rejection) {
    if (rejection.status() >= 500) {
      throw rejection;
    }
  }
}
