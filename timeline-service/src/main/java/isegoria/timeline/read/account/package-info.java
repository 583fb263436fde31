/**
 * This service's copy of accounts, as authors of what a page shows. Start reading at {@link
 * isegoria.timeline.read.account.AccountRow}.
 */
@NullMarked
package isegoria.timeline.read.account;

import org.jspecify.annotations.NullMarked;
