/**
 * Conversations on disk. Start reading at {@link
 * isegoria.timeline.conversation.cassandra.ConversationRows}.
 */
@NullMarked
package isegoria.timeline.conversation.cassandra;

import org.jspecify.annotations.NullMarked;
