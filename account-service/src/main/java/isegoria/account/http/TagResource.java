package isegoria.account.http;

import isegoria.account.read.tag.TagFollows;
import isegoria.account.write.tag.FollowedTags;
import isegoria.account.write.tag.FollowedTags.FollowedTag;
import isegoria.account.write.tag.FollowedTagsCommand;
import isegoria.api.Origin;
import isegoria.api.entity.Tag;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageLimit;
import isegoria.api.text.Hashtag;
import isegoria.api.text.Hashtags;
import isegoria.edge.ApiException;
import isegoria.edge.Ids;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.service.WriteAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tags, and which of them an account follows. */
@RestController
@RequestMapping("/api/v1")
public final class TagResource {

  private static final PageLimit LIMIT = new PageLimit(100, 200);

  private final TagFollows follows;
  private final CommandSender commandSender;
  private final WriteAccess writeAccess;
  private final Ids ids;
  private final Origin origin;

  public TagResource(
      TagFollows follows,
      CommandSender commandSender,
      WriteAccess writeAccess,
      Ids ids,
      Origin origin) {
    this.follows = follows;
    this.commandSender = commandSender;
    this.writeAccess = writeAccess;
    this.ids = ids;
    this.origin = origin;
  }

  @GetMapping("/tags/{name}")
  public Tag getTag(@PathVariable String name, Viewer viewer) {
    String tag = tag(name);
    AccountId me = viewer.mayRead("read:follows", "follow") ? viewer.account() : null;
    return shown(tag, me == null ? null : follows.of(me).find(tag).isPresent());
  }

  @PostMapping("/tags/{name}/follow")
  public Tag follow(@PathVariable String name, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:follows", "follow");
    String tag = tag(name);
    return after(me, tag, new FollowedTagsCommand.Follow(me, tag, ids.next()), context);
  }

  @PostMapping("/tags/{name}/unfollow")
  public Tag unfollow(@PathVariable String name, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:follows", "follow");
    String tag = tag(name);
    return after(me, tag, new FollowedTagsCommand.Unfollow(me, tag), context);
  }

  @GetMapping("/followed_tags")
  public ResponseEntity<List<Tag>> getFollowedTags(
      Viewer viewer, Params params, HttpServletRequest request) {
    AccountId me = viewer.require("read:follows", "follow");
    Page page = params.page(LIMIT);
    List<FollowedTag> tags = page.of(follows.of(me).tags(), FollowedTag::id);
    HttpHeaders headers = new HttpHeaders();
    LinkHeader.ofRows(
            origin.at(request.getRequestURI()),
            Params.heeded(request),
            tags.stream().map(tag -> Long.toString(tag.id())).toList(),
            tags.size() >= page.limit(),
            "since_id")
        .ifPresent(link -> headers.set(HttpHeaders.LINK, link));
    return ResponseEntity.ok()
        .headers(headers)
        .body(tags.stream().map(tag -> shown(tag.name(), true)).toList());
  }

  private Tag after(AccountId me, String tag, FollowedTagsCommand command, CommandContext context) {
    FollowedTags followed = commandSender.followedTags(me, command, context);
    return shown(tag, followed.find(tag).isPresent());
  }

  private Tag shown(String name, @Nullable Boolean following) {
    return Tag.of(name, origin, following);
  }

  /** The name of the tag in a path; what cannot stand behind a sign in a post is no tag. */
  private static String tag(String written) {
    return Hashtags.named(written).map(Hashtag::name).orElseThrow(ApiException::notFound);
  }
}
