package isegoria.post.read.counts;

import isegoria.api.view.PostCounts;
import isegoria.events.PostId;
import java.util.Collection;
import java.util.Map;

/** Counts by post. */
public interface PostCountTable {

  /** A post that gathered nothing yet is left out. */
  Map<PostId, PostCounts> of(Collection<PostId> posts);
}
