/**
 * Exactly once, shown on commands that are not idempotent by nature: two instances of a tiny
 * decider append lines to logs while one of them is killed again and again. The reader that counts
 * the facts shares no code with the runtime. Start reading at {@link
 * isegoria.tests.once.AppendProof}.
 */
@NullMarked
package isegoria.tests.once;

import org.jspecify.annotations.NullMarked;
