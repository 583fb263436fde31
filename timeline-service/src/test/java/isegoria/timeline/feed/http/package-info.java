/** Tests of what comes from topics and goes to them. */
@NullMarked
package isegoria.timeline.feed.http;

import org.jspecify.annotations.NullMarked;
