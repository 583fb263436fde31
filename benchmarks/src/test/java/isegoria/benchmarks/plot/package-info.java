/** What the picture shows. */
@NullMarked
package isegoria.benchmarks.plot;

import org.jspecify.annotations.NullMarked;
