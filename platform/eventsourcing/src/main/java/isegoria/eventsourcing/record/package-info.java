/** What a decision leaves: outcomes, verdicts, stored aggregates, and their JSON. */
@NullMarked
package isegoria.eventsourcing.record;

import org.jspecify.annotations.NullMarked;
