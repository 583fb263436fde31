/** The tables of moderation in CQL: one file for each table, its statements in it. */
@NullMarked
package isegoria.moderation.cassandra;

import org.jspecify.annotations.NullMarked;
