/**
 * A real Kafka broker and a real Cassandra node for tests and for the launcher: embedded child
 * processes, containers where a Docker engine answers and has the images, or addresses given from
 * outside. Nothing here knows a topic or a table; start reading at {@link
 * isegoria.testkit.backing.Backing}.
 */
@NullMarked
package isegoria.testkit.backing;

import org.jspecify.annotations.NullMarked;
