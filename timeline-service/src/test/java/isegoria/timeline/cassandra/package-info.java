/** Tables against plain lists that answer the same questions. */
@NullMarked
package isegoria.timeline.cassandra;

import org.jspecify.annotations.NullMarked;
