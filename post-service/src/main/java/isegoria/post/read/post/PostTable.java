package isegoria.post.read.post;

import isegoria.events.PostId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Posts by identity. */
public interface PostTable {

  Optional<PostRow> find(PostId id);

  /** Those that exist, in no order. */
  Map<PostId, PostRow> findAll(Collection<PostId> ids);
}
