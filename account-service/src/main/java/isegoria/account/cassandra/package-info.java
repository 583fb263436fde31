/**
 * The tables of this service: one class for each group of tables, each statement beside the method
 * that uses it. What comes from the log is written through bounded writes under the time of its
 * fact; what is not in the log is written at once.
 */
@NullMarked
package isegoria.account.cassandra;

import org.jspecify.annotations.NullMarked;
