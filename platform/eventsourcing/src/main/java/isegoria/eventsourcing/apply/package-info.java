/** Records of Kafka become rows: outcomes of this service, topics of others. */
@NullMarked
package isegoria.eventsourcing.apply;

import org.jspecify.annotations.NullMarked;
