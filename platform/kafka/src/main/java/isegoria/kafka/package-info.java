/** How every service reaches Kafka. */
@NullMarked
package isegoria.kafka;

import org.jspecify.annotations.NullMarked;
