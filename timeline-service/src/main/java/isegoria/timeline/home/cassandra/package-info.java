/** The table of the snapshots of homes. */
@NullMarked
package isegoria.timeline.home.cassandra;

import org.jspecify.annotations.NullMarked;
