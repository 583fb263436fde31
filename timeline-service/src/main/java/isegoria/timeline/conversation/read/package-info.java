/**
 * Conversations as they are read. Start reading at {@link
 * isegoria.timeline.conversation.read.ConversationSearch}.
 */
@NullMarked
package isegoria.timeline.conversation.read;

import org.jspecify.annotations.NullMarked;
