/**
 * What can be seen: how decisions become rows, and what rows tell. Pure; the tables are interfaces
 * here and implemented in {@code cassandra}. Start reading at {@link isegoria.post.read.RowWrite}.
 */
@NullMarked
package isegoria.post.read;

import org.jspecify.annotations.NullMarked;
