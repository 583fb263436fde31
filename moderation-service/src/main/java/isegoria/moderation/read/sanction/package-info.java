/** Sanctions as they are read, in force or over. */
@NullMarked
package isegoria.moderation.read.sanction;

import org.jspecify.annotations.NullMarked;
