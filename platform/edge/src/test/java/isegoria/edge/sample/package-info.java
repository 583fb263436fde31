/**
 * A service as small as one can be, to show what the edge does around it. Start reading at {@link
 * isegoria.edge.sample.SampleService}.
 */
@NullMarked
package isegoria.edge.sample;

import org.jspecify.annotations.NullMarked;
