/** The tables in which a service keeps its copy of accounts. */
@NullMarked
package isegoria.accounts.cassandra;

import org.jspecify.annotations.NullMarked;
