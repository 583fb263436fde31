/** Who waits in line, and who is turned away. */
@NullMarked
package isegoria.eventsourcing.ask;

import org.jspecify.annotations.NullMarked;
