/**
 * The posts that an author keeps on top of the profile: one aggregate per author. Start reading at
 * {@link isegoria.post.write.pins.PinsDecider}.
 */
@NullMarked
package isegoria.post.write.pins;

import org.jspecify.annotations.NullMarked;
