/**
 * Direct posts to commands of conversations, and what these decide to the contract and to rows.
 * Start reading at {@link isegoria.timeline.conversation.kafka.ConverseTopology}.
 */
@NullMarked
package isegoria.timeline.conversation.kafka;

import org.jspecify.annotations.NullMarked;
