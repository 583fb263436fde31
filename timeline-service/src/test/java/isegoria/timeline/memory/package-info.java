/** Tests of the package of the same name, against plain restatements of what it should do. */
@NullMarked
package isegoria.timeline.memory;

import org.jspecify.annotations.NullMarked;
