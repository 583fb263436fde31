/** The door for commands: send one, wait for its answer, know when it is unknown. */
@NullMarked
package isegoria.eventsourcing.ask;

import org.jspecify.annotations.NullMarked;
