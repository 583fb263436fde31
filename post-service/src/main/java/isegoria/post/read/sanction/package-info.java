/**
 * Sanctions in force, as the enforcement topic says them. Start reading at {@link
 * isegoria.post.read.sanction.Sanctions}.
 */
@NullMarked
package isegoria.post.read.sanction;

import org.jspecify.annotations.NullMarked;
