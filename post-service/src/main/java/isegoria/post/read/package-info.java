/**
 * The read side: how decisions become rows, and what queries return. Pure; the tables are
 * interfaces here and implemented in {@code cassandra}. Start reading at {@link
 * isegoria.post.read.RowWrite}.
 */
@NullMarked
package isegoria.post.read;

import org.jspecify.annotations.NullMarked;
