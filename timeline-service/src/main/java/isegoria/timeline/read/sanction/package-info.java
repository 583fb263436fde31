/** Sanctions as feeds enforce them: one record per sanction in force. */
@NullMarked
package isegoria.timeline.read.sanction;

import org.jspecify.annotations.NullMarked;
