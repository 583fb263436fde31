@NullMarked
package isegoria.timeline.conversation.kafka;

import org.jspecify.annotations.NullMarked;
