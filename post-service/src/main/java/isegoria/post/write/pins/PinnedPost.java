package isegoria.post.write.pins;

import isegoria.events.PostId;
import isegoria.post.write.Visibility;

/** One pinned post, with its visibility, which decides the topic of its facts. */
public record PinnedPost(PostId post, Visibility visibility) {}
