/** The runtime under test, with a notebook whose appends are not idempotent by nature. */
@NullMarked
package isegoria.eventsourcing.decide;

import org.jspecify.annotations.NullMarked;
