/**
 * Conversations in the client API. Start reading at {@link
 * isegoria.timeline.conversation.http.GetConversations}.
 */
@NullMarked
package isegoria.timeline.conversation.http;

import org.jspecify.annotations.NullMarked;
