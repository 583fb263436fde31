/**
 * What people did with posts, by post and by person. Start reading at {@link
 * isegoria.post.read.engagement.EngagementRow}.
 */
@NullMarked
package isegoria.post.read.engagement;

import org.jspecify.annotations.NullMarked;
