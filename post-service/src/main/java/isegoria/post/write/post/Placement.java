package isegoria.post.write.post;

import isegoria.events.PostId;
import isegoria.post.write.Visibility;
import org.jspecify.annotations.Nullable;

/** Where a post stands: for whom, in answer to what, in which thread. It never changes. */
public record Placement(Visibility visibility, @Nullable ReplyTo inReplyTo, PostId conversation) {}
