package isegoria.post.read.thread;

import isegoria.events.PostId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Answers by the post they answer. */
public interface ReplyTable {

  /** The answers to each of the posts, oldest first, at most so many each. */
  Map<PostId, List<PostId>> to(Collection<PostId> parents, int limitEach);
}
