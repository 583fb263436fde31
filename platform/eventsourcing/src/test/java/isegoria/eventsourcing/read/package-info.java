/** Positions that readers wait for. */
@NullMarked
package isegoria.eventsourcing.read;

import org.jspecify.annotations.NullMarked;
