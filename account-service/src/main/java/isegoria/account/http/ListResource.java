package isegoria.account.http;

import isegoria.account.read.account.Accounts;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.relationship.TieList;
import isegoria.account.read.relationship.TieRow;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.relationship.Mute;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.account.write.relationship.Tie.Blocking;
import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.MutedAccount;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageLimit;
import isegoria.api.paging.PageOf;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.service.WriteAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists of accounts: followers, follows, requests, blocks and mutes, page by page. */
@RestController
@RequestMapping("/api/v1")
public final class ListResource {

  private final Accounts accounts;
  private final Relationships relationships;
  private final AccountView views;
  private final RelationshipView relationshipViews;
  private final CommandSender commandSender;
  private final WriteAccess writeAccess;
  private final Origin origin;

  public ListResource(
      Accounts accounts,
      Relationships relationships,
      AccountView views,
      RelationshipView relationshipViews,
      CommandSender commandSender,
      WriteAccess writeAccess,
      Origin origin) {
    this.accounts = accounts;
    this.relationships = relationships;
    this.views = views;
    this.relationshipViews = relationshipViews;
    this.commandSender = commandSender;
    this.writeAccess = writeAccess;
    this.origin = origin;
  }

  @GetMapping("/accounts/{id}/followers")
  public ResponseEntity<List<Account>> getFollowers(
      @PathVariable AccountId id, Viewer viewer, Params params, HttpServletRequest request) {
    return shown(TieList.FOLLOWER, id, viewer, params, request);
  }

  @GetMapping("/accounts/{id}/following")
  public ResponseEntity<List<Account>> getFollowing(
      @PathVariable AccountId id, Viewer viewer, Params params, HttpServletRequest request) {
    return shown(TieList.FOLLOWING, id, viewer, params, request);
  }

  @GetMapping("/blocks")
  public ResponseEntity<List<Account>> getBlocks(
      Viewer viewer, Params params, HttpServletRequest request) {
    AccountId me = viewer.require("read:blocks", "follow");
    return listed(rows(TieList.BLOCKING, me, params), params, request);
  }

  @GetMapping("/follow_requests")
  public ResponseEntity<List<Account>> getFollowRequests(
      Viewer viewer, Params params, HttpServletRequest request) {
    AccountId me = viewer.require("read:follows", "follow");
    return listed(rows(TieList.REQUESTER, me, params), params, request);
  }

  @GetMapping("/mutes")
  public ResponseEntity<List<MutedAccount>> getMutes(
      Viewer viewer, Params params, HttpServletRequest request) {
    AccountId me = viewer.require("read:mutes", "follow");
    PageOf<TieRow> page = rows(TieList.MUTING, me, params);
    List<TieRow> rows = page.entries();
    Map<Pair, Relationship> pairs =
        relationships.of(rows.stream().map(row -> Pair.of(me, row.other())).toList());
    List<MutedAccount> muted = new ArrayList<>();
    for (Account account : views.of(rows.stream().map(TieRow::other).toList())) {
      AccountId id = AccountId.of(account.id());
      muted.add(new MutedAccount(account, until(pairs.get(Pair.of(me, id)), me, id)));
    }
    return ResponseEntity.ok().headers(links(page, params, request)).body(muted);
  }

  @PostMapping("/follow_requests/{id}/authorize")
  public isegoria.api.entity.Relationship acceptRequest(
      @PathVariable AccountId id, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:follows", "follow");
    return answer(
        new RelationshipCommand.AcceptRequest(me, other(me, id), context.occurredAt()), context);
  }

  @PostMapping("/follow_requests/{id}/reject")
  public isegoria.api.entity.Relationship rejectRequest(
      @PathVariable AccountId id, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:follows", "follow");
    return answer(new RelationshipCommand.RejectRequest(me, other(me, id)), context);
  }

  private static AccountId other(AccountId me, AccountId id) {
    if (me.equals(id)) {
      throw ApiException.notFound();
    }
    return id;
  }

  private isegoria.api.entity.Relationship answer(
      RelationshipCommand command, CommandContext context) {
    return relationshipViews.of(
        commandSender.relationship(command, context), command.by(), command.to());
  }

  /** An account that hides its lists, or blocks the reader, shows an empty one. */
  private ResponseEntity<List<Account>> shown(
      TieList list, AccountId id, Viewer viewer, Params params, HttpServletRequest request) {
    AccountId reader = viewer.optional("read:accounts");
    Open owner = accounts.byId(id).orElseThrow(ApiException::notFound);
    boolean hidden = Boolean.TRUE.equals(owner.profile().hideCollections());
    if (!id.equals(reader) && (hidden || blocks(id, reader))) {
      return ResponseEntity.ok(List.of());
    }
    return listed(rows(list, id, params), params, request);
  }

  private boolean blocks(AccountId owner, @Nullable AccountId reader) {
    if (reader == null) {
      return false;
    }
    Pair pair = Pair.of(owner, reader);
    Relationship between = relationships.of(List.of(pair)).get(pair);
    return between != null && between.side(owner, reader).tie() instanceof Blocking;
  }

  private PageOf<TieRow> rows(TieList list, AccountId owner, Params params) {
    Page page = params.page(PageLimit.ACCOUNTS);
    return relationships.page(list, owner, page);
  }

  private ResponseEntity<List<Account>> listed(
      PageOf<TieRow> rows, Params params, HttpServletRequest request) {
    return ResponseEntity.ok()
        .headers(links(rows, params, request))
        .body(views.of(rows.map(TieRow::other).entries()));
  }

  private HttpHeaders links(PageOf<TieRow> rows, Params params, HttpServletRequest request) {
    Page page = params.page(PageLimit.ACCOUNTS);
    HttpHeaders headers = new HttpHeaders();
    LinkHeader.ofRows(
            origin.at(request.getRequestURI()),
            Params.heeded(request),
            rows.cursors(page, TieRow::number),
            rows.leadsOn(page),
            "since_id")
        .ifPresent(link -> headers.set(HttpHeaders.LINK, link));
    return headers;
  }

  private static @Nullable Instant until(
      @Nullable Relationship pair, AccountId me, AccountId other) {
    if (pair == null) {
      return null;
    }
    Mute mute = pair.side(me, other).mute();
    return mute == null ? null : mute.until();
  }
}
