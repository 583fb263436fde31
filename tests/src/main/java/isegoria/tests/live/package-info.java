/**
 * What open streams tell, held against the feeds that they are of, while an instance dies. Start
 * reading at {@link isegoria.tests.Streams}.
 */
@NullMarked
package isegoria.tests.live;

import org.jspecify.annotations.NullMarked;
