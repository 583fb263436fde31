/** Tests of what comes from topics and goes to them. */
@NullMarked
package isegoria.timeline.feed.kafka;

import org.jspecify.annotations.NullMarked;
