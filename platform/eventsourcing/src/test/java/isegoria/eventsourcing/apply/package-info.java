/** Positions that readers wait for. */
@NullMarked
package isegoria.eventsourcing.apply;

import org.jspecify.annotations.NullMarked;
