/** The rules of an erasure. */
@NullMarked
package isegoria.eventsourcing.erasure;

import org.jspecify.annotations.NullMarked;
