/** Accounts as they are seen: which rows a fact changes, and what can be asked of them. */
@NullMarked
package isegoria.account.read.account;

import org.jspecify.annotations.NullMarked;
