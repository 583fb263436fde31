package isegoria.post.http;

import isegoria.api.entity.Context;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.post.PostRow;
import isegoria.post.read.post.PostTable;
import isegoria.post.read.thread.PostThread;
import isegoria.post.read.thread.PostThread.Bounds;
import isegoria.post.read.thread.ReplyTable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The thread around a post. */
@RestController
class Threads {

  private final PostTable posts;
  private final ReplyTable replies;
  private final PostVisibility postVisibility;
  private final PostViews views;

  Threads(PostTable posts, ReplyTable replies, PostVisibility postVisibility, PostViews views) {
    this.posts = posts;
    this.replies = replies;
    this.postVisibility = postVisibility;
    this.views = views;
  }

  @GetMapping("/api/v1/statuses/{id}/context")
  Context getThread(@PathVariable PostId id, Viewer viewer) {
    AccountId reader = viewer.optional("read:statuses");
    PostRow post = postVisibility.require(id, reader);
    Bounds bounds = reader == null ? Bounds.STRANGER : Bounds.VIEWER;
    List<PostRow> above = postVisibility.unmutedAmong(ancestors(post, bounds), reader);
    List<PostId> below = PostThread.below(post.id(), bounds, replies);
    var found = posts.findAll(below);
    List<PostRow> answers =
        postVisibility.unmutedAmong(
            below.stream().filter(found::containsKey).map(found::get).toList(), reader);
    return new Context(views.of(above, reader), views.of(answers, reader));
  }

  /** Oldest first, as far up as the chain holds. */
  private List<PostRow> ancestors(PostRow post, Bounds bounds) {
    var chain = new ArrayList<PostRow>();
    PostId next = post.inReplyTo();
    while (next != null && chain.size() < bounds.ancestorsMax()) {
      PostRow parent = posts.find(next).orElse(null);
      if (parent == null) {
        break;
      }
      chain.add(parent);
      next = parent.inReplyTo();
    }
    return chain.reversed();
  }
}
