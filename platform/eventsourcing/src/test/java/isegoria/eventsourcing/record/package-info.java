/** The bytes of what a decision leaves. */
@NullMarked
package isegoria.eventsourcing.record;

import org.jspecify.annotations.NullMarked;
