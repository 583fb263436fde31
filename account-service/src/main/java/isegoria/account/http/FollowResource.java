package isegoria.account.http;

import isegoria.account.read.account.Accounts;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.relationship.FollowOptions;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.account.write.relationship.RelationshipCommand.Target;
import isegoria.accounts.AccountCountTable;
import isegoria.accounts.SanctionsInForce;
import isegoria.api.entity.Relationship;
import isegoria.api.error.Problem;
import isegoria.api.text.LanguageTag;
import isegoria.api.view.AccountCounts;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.service.WriteAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Following, blocking and muting, and how accounts stand to each other. */
@RestController
@RequestMapping("/api/v1/accounts")
public final class FollowResource {

  /** Accounts one account may follow: what its home feed and one partition can carry. */
  static final int FOLLOWS_MAX = 7_500;

  /** The longest timed mute; a longer one is without end in all but name. */
  private static final Duration MUTE_MAX = Duration.ofDays(3_650);

  private static final int RELATIONSHIPS_MAX = 200;

  private static final int LANGUAGES_MAX = 50;

  private final CommandSender commandSender;
  private final WriteAccess writeAccess;
  private final Accounts accounts;
  private final AccountCountTable counts;
  private final Relationships relationships;
  private final RelationshipView views;
  private final SanctionsInForce sanctions;

  public FollowResource(
      CommandSender commandSender,
      WriteAccess writeAccess,
      Accounts accounts,
      AccountCountTable counts,
      Relationships relationships,
      RelationshipView views,
      SanctionsInForce sanctions) {
    this.commandSender = commandSender;
    this.writeAccess = writeAccess;
    this.accounts = accounts;
    this.counts = counts;
    this.relationships = relationships;
    this.views = views;
    this.sanctions = sanctions;
  }

  @GetMapping("/relationships")
  public List<Relationship> getRelationships(Viewer viewer, Params params) {
    AccountId reader = viewer.require("read:follows");
    List<AccountId> asked = params.accountIds("id").stream().limit(RELATIONSHIPS_MAX).toList();
    Map<AccountId, Open> known = accounts.byIds(asked);
    return views.of(reader, asked.stream().filter(known::containsKey).toList());
  }

  @PostMapping("/{id}/follow")
  public Relationship follow(
      @PathVariable AccountId id, Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:follows");
    Open target = other(me, id);
    var before = relationships.of(List.of(Pair.of(me, id))).get(Pair.of(me, id));
    FollowOptions held = before == null ? null : RelationshipView.options(before.side(me, id));
    if (held == null) {
      requireRoom(me);
    }
    FollowOptions usual = held == null ? FollowOptions.USUAL : held;
    FollowOptions options =
        new FollowOptions(
            params.flag("reblogs", usual.boosts()),
            params.flag("notify", usual.notifies()),
            params.has("languages") ? languages(params) : usual.languages());
    return answer(
        new RelationshipCommand.Follow(
            me, id, options, target(target, context), context.occurredAt()),
        context);
  }

  private static List<String> languages(Params params) {
    List<Optional<String>> languages =
        params.list("languages").stream().map(LanguageTag::of).toList();
    if (languages.size() > LANGUAGES_MAX || languages.contains(Optional.<String>empty())) {
      throw ApiException.invalid("Languages is invalid");
    }
    return languages.stream().flatMap(Optional::stream).distinct().toList();
  }

  private void requireRoom(AccountId me) {
    AccountCounts count = counts.of(me.value());
    if (count.following() >= FOLLOWS_MAX) {
      throw ApiException.invalid("You cannot follow more than " + FOLLOWS_MAX + " people");
    }
  }

  private Target target(Open target, CommandContext context) {
    if (sanctions.of(target.id().value(), context.occurredAt()).suspended()) {
      return Target.GONE;
    }
    return target.profile().locked() ? Target.LOCKED : Target.OPEN;
  }

  @PostMapping("/{id}/unfollow")
  public Relationship unfollow(@PathVariable AccountId id, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:follows");
    other(me, id);
    return answer(new RelationshipCommand.Unfollow(me, id), context);
  }

  @PostMapping("/{id}/remove_from_followers")
  public Relationship removeFollower(
      @PathVariable AccountId id, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:follows");
    other(me, id);
    return answer(new RelationshipCommand.RemoveFollower(me, id), context);
  }

  @PostMapping("/{id}/block")
  public Relationship block(@PathVariable AccountId id, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:blocks");
    other(me, id);
    return answer(new RelationshipCommand.Block(me, id, context.occurredAt()), context);
  }

  @PostMapping("/{id}/unblock")
  public Relationship unblock(@PathVariable AccountId id, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:blocks");
    other(me, id);
    return answer(new RelationshipCommand.Unblock(me, id), context);
  }

  @PostMapping("/{id}/mute")
  public Relationship mute(
      @PathVariable AccountId id, Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:mutes");
    other(me, id);
    long seconds = params.integer("duration", 0);
    if (seconds < 0 || seconds > MUTE_MAX.toSeconds()) {
      throw ApiException.invalid("Duration is invalid");
    }
    Instant until = seconds == 0 ? null : context.occurredAt().plusSeconds(seconds);
    return answer(
        new RelationshipCommand.Mute(
            me, id, params.flag("notifications", true), until, context.occurredAt()),
        context);
  }

  @PostMapping("/{id}/unmute")
  public Relationship unmute(@PathVariable AccountId id, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:mutes");
    other(me, id);
    return answer(new RelationshipCommand.Unmute(me, id), context);
  }

  private Open other(AccountId me, AccountId id) {
    Open target = accounts.byId(id).orElseThrow(ApiException::notFound);
    if (me.equals(id)) {
      throw new ApiException(Problem.NOT_ALLOWED);
    }
    return target;
  }

  private Relationship answer(RelationshipCommand command, CommandContext context) {
    return views.of(commandSender.relationship(command, context), command.by(), command.to());
  }
}
