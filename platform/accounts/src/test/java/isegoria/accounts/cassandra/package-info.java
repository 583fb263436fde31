/** The tables of accounts against a real Cassandra. */
@NullMarked
package isegoria.accounts.cassandra;

import org.jspecify.annotations.NullMarked;
