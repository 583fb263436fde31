/**
 * What one account did with one post: favourite, boost, bookmark, muted thread. One aggregate per
 * (actor, post), owned by the actor. Start reading at {@link
 * isegoria.post.write.engagement.EngagementDecider}.
 */
@NullMarked
package isegoria.post.write.engagement;

import org.jspecify.annotations.NullMarked;
