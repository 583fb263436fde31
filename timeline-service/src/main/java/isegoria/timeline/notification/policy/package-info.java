/**
 * Whom what others do is told to. Start reading at {@link
 * isegoria.timeline.notification.policy.WhenDoneThenNotify}.
 */
@NullMarked
package isegoria.timeline.notification.policy;

import org.jspecify.annotations.NullMarked;
