/** The service as a whole, on a real Kafka and a real Cassandra. */
@NullMarked
package isegoria.account;

import org.jspecify.annotations.NullMarked;
