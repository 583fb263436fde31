/**
 * The feed of one author: what stands on a profile. Start reading at {@link
 * isegoria.timeline.feed.read.author.AuthorFeed}.
 */
@NullMarked
package isegoria.timeline.feed.read.author;

import org.jspecify.annotations.NullMarked;
