/** The oracle, its plants and its generator, held against worlds made up by hand. */
@NullMarked
package isegoria.tests.world;

import org.jspecify.annotations.NullMarked;
