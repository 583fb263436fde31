/**
 * A whole world loaded through the public API, and an oracle that knows what every home in it must
 * show. The oracle works from the generator's own list of acts and never from an answer, but for
 * the ids that posts were given. Start reading at {@link isegoria.tests.world.HomeOracle}.
 */
@NullMarked
package isegoria.tests.world;

import org.jspecify.annotations.NullMarked;
