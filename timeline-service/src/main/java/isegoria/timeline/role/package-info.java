/**
 * What a process of this service does: all of it, or one role. Start reading at {@link
 * isegoria.timeline.role.Role}.
 */
@NullMarked
package isegoria.timeline.role;

import org.jspecify.annotations.NullMarked;
