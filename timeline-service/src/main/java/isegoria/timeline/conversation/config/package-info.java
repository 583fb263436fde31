/**
 * How conversations are put together, by role. Start reading at {@link
 * isegoria.timeline.conversation.config.ConversationPages}.
 */
@NullMarked
package isegoria.timeline.conversation.config;

import org.jspecify.annotations.NullMarked;
