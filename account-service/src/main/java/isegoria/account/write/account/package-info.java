/**
 * An account: what it may be asked, and the rules. Nothing here reads a clock or the outside world;
 * e-mails and passwords are not part of it, so that they never enter the log. Start reading at
 * {@link isegoria.account.write.account.AccountDecider}.
 */
@NullMarked
package isegoria.account.write.account;

import org.jspecify.annotations.NullMarked;
