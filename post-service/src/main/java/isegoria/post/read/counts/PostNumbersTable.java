package isegoria.post.read.counts;

import isegoria.events.PostId;
import java.util.Collection;
import java.util.Map;

/** Numbers by post. */
public interface PostNumbersTable {

  /** A post that gathered nothing yet is left out. */
  Map<PostId, PostNumbers> of(Collection<PostId> posts);
}
