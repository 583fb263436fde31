/** Pinned posts of an author. Start reading at {@link isegoria.post.read.pins.PinsTable}. */
@NullMarked
package isegoria.post.read.pins;

import org.jspecify.annotations.NullMarked;
