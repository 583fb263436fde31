/** The service as a whole, against a real Kafka and a real Cassandra. */
@NullMarked
package isegoria.timeline;

import org.jspecify.annotations.NullMarked;
