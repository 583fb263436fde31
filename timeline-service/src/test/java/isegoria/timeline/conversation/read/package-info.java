@NullMarked
package isegoria.timeline.conversation.read;

import org.jspecify.annotations.NullMarked;
