/**
 * Load: requests at moments that do not depend on the answers, or as fast as the answers come.
 * Start reading at {@link isegoria.benchmarks.load.OpenLoop}.
 */
@NullMarked
package isegoria.benchmarks.load;

import org.jspecify.annotations.NullMarked;
