/**
 * The tables of this service in Cassandra: one class per table, with its statements. Start reading
 * at {@link isegoria.post.cassandra.CassandraRows}.
 */
@NullMarked
package isegoria.post.cassandra;

import org.jspecify.annotations.NullMarked;
