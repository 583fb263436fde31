/** The contract's tests: history, lint, examples, golden bytes, partitions. */
@NullMarked
package isegoria.events;

import org.jspecify.annotations.NullMarked;
