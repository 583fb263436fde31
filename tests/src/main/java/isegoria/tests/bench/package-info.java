/**
 * What a request costs on an idle system: how long its answer takes, and which process computes for
 * how long. Start reading at {@link isegoria.tests.bench.Measuring}.
 */
@NullMarked
package isegoria.tests.bench;

import org.jspecify.annotations.NullMarked;
