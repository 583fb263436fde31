/** What moderation has imposed on accounts, as far as this service enforces it. */
@NullMarked
package isegoria.account.read.sanction;

import org.jspecify.annotations.NullMarked;
