/**
 * The decider of this service: features bring their aggregate types, and it runs them together.
 * Start reading at {@link isegoria.timeline.decider.TimelineDecider}.
 */
@NullMarked
package isegoria.timeline.decider;

import org.jspecify.annotations.NullMarked;
