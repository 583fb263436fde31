/**
 * What is not in the log: credentials, apps, codes, tokens, sessions. They are written before the
 * command that refers to them and swept when nothing followed.
 */
@NullMarked
package isegoria.account.read.login;

import org.jspecify.annotations.NullMarked;
