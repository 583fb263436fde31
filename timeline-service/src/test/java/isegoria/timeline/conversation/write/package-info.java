@NullMarked
package isegoria.timeline.conversation.write;

import org.jspecify.annotations.NullMarked;
