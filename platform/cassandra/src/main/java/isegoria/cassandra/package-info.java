/**
 * The one way into Cassandra: a session on a service's own keyspace with every driver option set
 * for a reason, a schema that is brought up to date once however many instances start together,
 * reads that share one bound, and writes that are bounded, repeated while they may still succeed,
 * and never forgotten.
 *
 * <p>No table of any service is known here, and no statement of one. Start reading at {@link
 * isegoria.cassandra.Cassandra}.
 */
@NullMarked
package isegoria.cassandra;

import org.jspecify.annotations.NullMarked;
