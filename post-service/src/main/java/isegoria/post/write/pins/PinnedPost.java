package isegoria.post.write.pins;

import isegoria.events.PostId;
import isegoria.post.write.Visibility;

/** One pinned post, with its visibility, which decides where the fact may be told. */
public record PinnedPost(PostId post, Visibility visibility) {}
