/** The comparison of streams and feeds, held against events made up by hand. */
@NullMarked
package isegoria.tests.live;

import org.jspecify.annotations.NullMarked;
