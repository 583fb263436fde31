/** The only place that knows Kafka: the tail of revoked tokens. */
@NullMarked
package isegoria.gateway.kafka;

import org.jspecify.annotations.NullMarked;
