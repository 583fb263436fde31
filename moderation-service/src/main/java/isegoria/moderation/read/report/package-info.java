/** Reports as moderators read them. */
@NullMarked
package isegoria.moderation.read.report;

import org.jspecify.annotations.NullMarked;
