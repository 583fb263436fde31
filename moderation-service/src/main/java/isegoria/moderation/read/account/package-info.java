/** This service's own copy of accounts: what a report's answer shows of its subject. */
@NullMarked
package isegoria.moderation.read.account;

import org.jspecify.annotations.NullMarked;
