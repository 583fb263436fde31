package isegoria.account.http;

import isegoria.account.read.account.Accounts;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.setting.OwnSettings;
import isegoria.account.write.list.AccountList;
import isegoria.account.write.list.ListChange;
import isegoria.account.write.list.ListSettings;
import isegoria.account.write.list.Lists;
import isegoria.account.write.list.ListsCommand;
import isegoria.account.write.list.ListsEvent.ListCreated;
import isegoria.account.write.list.RepliesPolicy;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.Tie.Following;
import isegoria.account.write.relationship.Tie.Requested;
import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageLimit;
import isegoria.edge.ApiException;
import isegoria.edge.Ids;
import isegoria.edge.Params;
import isegoria.edge.UpdateMapping;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.service.WriteAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An account's own lists of accounts. Another's list is as one that does not exist. */
@RestController
@RequestMapping("/api/v1")
public final class AccountListResource {

  private final OwnSettings<Lists> lists;
  private final Accounts accounts;
  private final Relationships relationships;
  private final AccountView views;
  private final CommandSender commandSender;
  private final WriteAccess writeAccess;
  private final Ids ids;
  private final Origin origin;

  public AccountListResource(
      OwnSettings<Lists> lists,
      Accounts accounts,
      Relationships relationships,
      AccountView views,
      CommandSender commandSender,
      WriteAccess writeAccess,
      Ids ids,
      Origin origin) {
    this.lists = lists;
    this.accounts = accounts;
    this.relationships = relationships;
    this.views = views;
    this.commandSender = commandSender;
    this.writeAccess = writeAccess;
    this.ids = ids;
    this.origin = origin;
  }

  @GetMapping("/lists")
  public List<isegoria.api.entity.AccountList> getLists(Viewer viewer) {
    return shown(lists.of(viewer.require("read:lists")).lists());
  }

  @GetMapping("/lists/{id}")
  public isegoria.api.entity.AccountList getList(@PathVariable String id, Viewer viewer) {
    return shown(list(lists.of(viewer.require("read:lists")), Params.id(id)));
  }

  @PostMapping("/lists")
  public isegoria.api.entity.AccountList createList(
      Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:lists");
    RepliesPolicy replies = repliesPolicy(params);
    var settings =
        new ListSettings(
            params.text("title", ""),
            replies == null ? RepliesPolicy.LIST : replies,
            params.flag("exclusive", false));
    var reply = commandSender.lists(me, new ListsCommand.Create(ids.next(), settings), context);
    return shown(list(reply.state(), CommandSender.fact(reply, ListCreated.class).id()));
  }

  /** What was not sent stays as it is. */
  @UpdateMapping("/lists/{id}")
  public isegoria.api.entity.AccountList updateList(
      @PathVariable String id, Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:lists");
    var change =
        new ListChange(params.text("title"), repliesPolicy(params), params.flag("exclusive"));
    long number = Params.id(id);
    var reply = commandSender.lists(me, new ListsCommand.Change(number, change), context);
    return shown(list(reply.state(), number));
  }

  @DeleteMapping("/lists/{id}")
  public Map<String, Object> deleteList(
      @PathVariable String id, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:lists");
    var _ = commandSender.lists(me, new ListsCommand.Delete(Params.id(id)), context);
    return Map.of();
  }

  /** A page by the members' ids, newest account first; a limit of 0 asks for all. */
  @GetMapping("/lists/{id}/accounts")
  public ResponseEntity<List<Account>> getMembers(
      @PathVariable String id, Viewer viewer, Params params, HttpServletRequest request) {
    AccountId me = viewer.require("read:lists");
    List<AccountId> members =
        list(lists.of(me), Params.id(id)).members().stream()
            .sorted(Comparator.reverseOrder())
            .toList();
    if ("0".equals(params.text("limit"))) {
      return ResponseEntity.ok(views.of(followed(me, members)));
    }
    Page page = params.page(PageLimit.ACCOUNTS);
    List<AccountId> rows = page.of(members, AccountId::value);
    HttpHeaders headers = new HttpHeaders();
    LinkHeader.ofRows(
            origin.at(request.getRequestURI()),
            Params.heeded(request),
            rows.stream().map(AccountId::toString).toList(),
            rows.size() >= page.limit(),
            "since_id")
        .ifPresent(link -> headers.set(HttpHeaders.LINK, link));
    return ResponseEntity.ok().headers(headers).body(views.of(followed(me, rows)));
  }

  @PostMapping("/lists/{id}/accounts")
  public Map<String, Object> addMembers(
      @PathVariable String id, Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:lists");
    List<AccountId> members =
        params.list("account_ids").stream().map(Params::id).distinct().map(AccountId::new).toList();
    if (accounts.byIds(members).size() < members.size()
        || followed(me, members).size() < members.size()) {
      throw ApiException.notFound();
    }
    var _ = commandSender.lists(me, new ListsCommand.Add(Params.id(id), members), context);
    return Map.of();
  }

  @DeleteMapping("/lists/{id}/accounts")
  public Map<String, Object> removeMembers(
      @PathVariable String id, Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:lists");
    var remove = new ListsCommand.Remove(Params.id(id), params.accountIds("account_ids"));
    var _ = commandSender.lists(me, remove, context);
    return Map.of();
  }

  /** The reader's own lists that the account is a member of. */
  @GetMapping("/accounts/{id}/lists")
  public List<isegoria.api.entity.AccountList> getListsOf(
      @PathVariable AccountId id, Viewer viewer) {
    AccountId me = viewer.require("read:lists");
    if (accounts.byId(id).isEmpty()) {
      throw ApiException.notFound();
    }
    return followed(me, List.of(id)).isEmpty() ? List.of() : shown(lists.of(me).of(id));
  }

  /**
   * Those whom the owner follows or asks to, and the owner: who may be a member. One whose follow
   * ended a moment ago may stand in a list still.
   */
  private List<AccountId> followed(AccountId me, Collection<AccountId> members) {
    Map<Pair, Relationship> pairs =
        relationships.of(
            members.stream().filter(id -> !id.equals(me)).map(id -> Pair.of(me, id)).toList());
    return members.stream()
        .filter(id -> {
          Relationship pair = pairs.getOrDefault(Pair.of(me, id), Relationship.STRANGERS);
          var tie = pair.side(me, id).tie();
          return id.equals(me) || tie instanceof Following || tie instanceof Requested;
        })
        .toList();
  }

  private static AccountList list(Lists lists, long id) {
    return lists.find(id).orElseThrow(ApiException::notFound);
  }

  private static @Nullable RepliesPolicy repliesPolicy(Params params) {
    String word = params.text("replies_policy");
    return word == null || word.isEmpty()
        ? null
        : RepliesPolicy.of(word)
            .orElseThrow(
                () -> ApiException.invalid("Replies policy is not followed, list or none"));
  }

  private static List<isegoria.api.entity.AccountList> shown(List<AccountList> lists) {
    return lists.stream().map(AccountListResource::shown).toList();
  }

  private static isegoria.api.entity.AccountList shown(AccountList list) {
    ListSettings settings = list.settings();
    return new isegoria.api.entity.AccountList(
        Long.toString(list.id()),
        settings.title(),
        settings.replies().word(),
        settings.exclusive());
  }
}
