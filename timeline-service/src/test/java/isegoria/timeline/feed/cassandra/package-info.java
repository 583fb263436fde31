/** Tables against plain lists that answer the same questions. */
@NullMarked
package isegoria.timeline.feed.cassandra;

import org.jspecify.annotations.NullMarked;
