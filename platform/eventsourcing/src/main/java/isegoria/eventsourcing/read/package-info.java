/** Reading whole topics, and letting readers wait for what they have just written. */
@NullMarked
package isegoria.eventsourcing.read;

import org.jspecify.annotations.NullMarked;
