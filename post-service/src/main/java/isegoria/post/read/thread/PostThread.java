package isegoria.post.read.thread;

import isegoria.events.PostId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree of answers below one post, read level by level and returned depth-first: an answer comes
 * right after what it answers, so that clients can draw the lines.
 */
public final class PostThread {

  /** Posts whose answers are read at once: each may have as many as are still wanted. */
  private static final int PARENTS_AT_ONCE = 32;

  private final Map<PostId, List<PostId>> answers = new HashMap<>();
  private final PostId root;
  private final Bounds bounds;

  private PostThread(PostId root, Bounds bounds) {
    this.root = root;
    this.bounds = bounds;
  }

  /** How much of a thread is shown. */
  public record Bounds(int ancestorsMax, int descendantsMax, int depthMax) {

    /** For strangers: enough to follow, not enough to harvest. */
    public static final Bounds STRANGER = new Bounds(40, 60, 20);

    /** For those who are logged in: more than anyone scrolls, and still one page. */
    public static final Bounds VIEWER = new Bounds(4_096, 4_096, 4_096);
  }

  /** Answers below the post, depth-first, the older of two siblings first. */
  public static List<PostId> below(PostId root, Bounds bounds, ReplyTable replies) {
    return new PostThread(root, bounds).read(replies).depthFirst();
  }

  private PostThread read(ReplyTable replies) {
    List<PostId> level = List.of(root);
    int left = bounds.descendantsMax();
    for (int depth = 0; depth < bounds.depthMax() && left > 0 && !level.isEmpty(); depth++) {
      var below = new ArrayList<PostId>();
      for (int from = 0; from < level.size() && left > 0; from += PARENTS_AT_ONCE) {
        List<PostId> parents = level.subList(from, Math.min(level.size(), from + PARENTS_AT_ONCE));
        List<PostId> children = answersTo(parents, replies.to(parents, left));
        below.addAll(children);
        left -= children.size();
      }
      level = below;
    }
    return this;
  }

  private List<PostId> answersTo(List<PostId> parents, Map<PostId, List<PostId>> found) {
    var below = new ArrayList<PostId>();
    for (PostId parent : parents) {
      List<PostId> children = found.getOrDefault(parent, List.of());
      if (!children.isEmpty() && answers.putIfAbsent(parent, children) == null) {
        below.addAll(children);
      }
    }
    return below;
  }

  private List<PostId> depthFirst() {
    var ordered = new ArrayList<PostId>();
    var waiting = new ArrayList<>(answers.getOrDefault(root, List.of()).reversed());
    while (!waiting.isEmpty() && ordered.size() < bounds.descendantsMax()) {
      PostId next = waiting.removeLast();
      ordered.add(next);
      waiting.addAll(answers.getOrDefault(next, List.of()).reversed());
    }
    return List.copyOf(ordered);
  }
}
