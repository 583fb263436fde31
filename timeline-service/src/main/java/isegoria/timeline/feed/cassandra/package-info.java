/**
 * The tables of this service: copies of posts and accounts, and feeds on disk. One class a table or
 * two that are always asked together; every row may be written twice. Start reading at {@link
 * isegoria.timeline.feed.cassandra.AuthorLogs}.
 */
@NullMarked
package isegoria.timeline.feed.cassandra;

import org.jspecify.annotations.NullMarked;
