/**
 * Into whose conversations a direct post goes. Start reading at {@link
 * isegoria.timeline.conversation.policy.WhenWrittenToThenAdd}.
 */
@NullMarked
package isegoria.timeline.conversation.policy;

import org.jspecify.annotations.NullMarked;
