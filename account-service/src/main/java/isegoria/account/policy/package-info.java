/** Whenever a fact, then a command: the rules that span accounts, names and relationships. */
@NullMarked
package isegoria.account.policy;

import org.jspecify.annotations.NullMarked;
