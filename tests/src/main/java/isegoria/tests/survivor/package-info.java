/**
 * One of two instances of timeline-service dies, and homes are read all the while. Start reading at
 * {@link isegoria.tests.OneOfTwo}.
 */
@NullMarked
package isegoria.tests.survivor;

import org.jspecify.annotations.NullMarked;
