/**
 * How this service meets Kafka: what becomes of a decision on the topics of the contract, what is
 * read from the topics of others, and the fold of counts. Avro types appear in classes named Codec
 * and nowhere else. Start reading at {@link isegoria.post.kafka.PostCodec}.
 */
@NullMarked
package isegoria.post.kafka;

import org.jspecify.annotations.NullMarked;
