/**
 * The direct posts of one thread between the same people, as one of them keeps them: read, unread,
 * removed. Start reading at {@link isegoria.timeline.conversation.write.ConversationDecider}.
 */
@NullMarked
package isegoria.timeline.conversation.write;

import org.jspecify.annotations.NullMarked;
