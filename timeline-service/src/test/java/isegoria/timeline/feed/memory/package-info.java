/** Tests of the package of the same name, against plain restatements of what it should do. */
@NullMarked
package isegoria.timeline.feed.memory;

import org.jspecify.annotations.NullMarked;
