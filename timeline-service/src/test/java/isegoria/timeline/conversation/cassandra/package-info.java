@NullMarked
package isegoria.timeline.conversation.cassandra;

import org.jspecify.annotations.NullMarked;
