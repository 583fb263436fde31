/** The hot parts of feeds one by one, under JMH: {@code make bench-micro}. */
@NullMarked
package isegoria.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
