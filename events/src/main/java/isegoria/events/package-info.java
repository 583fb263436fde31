/**
 * The contract: topics, keys, partitions, schemas and their bytes.
 *
 * <p>Whatever analysts and other services may rely on stands here and nowhere else; nothing of any
 * service's inner model does. Start reading at {@link isegoria.events.Topics}; the schemas are in
 * {@code src/main/avro}, their history in {@code src/main/resources/history}.
 */
@NullMarked
package isegoria.events;

import org.jspecify.annotations.NullMarked;
