/**
 * This service's copy of posts, and of what viewers did with them: what a page shows once its
 * entries are known. Start reading at {@link isegoria.timeline.feed.read.post.PostRow}.
 */
@NullMarked
package isegoria.timeline.feed.read.post;

import org.jspecify.annotations.NullMarked;
