/**
 * What feeds cost. Each program generates its input from a seed, measures processor time and memory
 * rather than the clock, and prints its figures as JSON on its last line. Start reading at {@link
 * isegoria.benchmarks.SocialGraph}.
 */
@NullMarked
package isegoria.benchmarks;

import org.jspecify.annotations.NullMarked;
