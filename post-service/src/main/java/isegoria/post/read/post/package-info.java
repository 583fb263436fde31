/**
 * A post as it is read: its row, and how decisions change the rows. Start reading at {@link
 * isegoria.post.read.post.PostRow}.
 */
@NullMarked
package isegoria.post.read.post;

import org.jspecify.annotations.NullMarked;
