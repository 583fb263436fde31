/**
 * The proof that tables are caches of the log: a world answers, every table that is in the log is
 * emptied, the services make them again from topics, and the same questions get the same bytes.
 * Start reading at {@link isegoria.tests.replay.ReplayRun}.
 */
@NullMarked
package isegoria.tests.replay;

import org.jspecify.annotations.NullMarked;
