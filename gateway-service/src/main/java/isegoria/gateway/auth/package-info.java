/**
 * Opaque tokens become phantom tokens here: ask account-service once, remember for a minute, forget
 * at once when revoked. Nothing here reads what a token allows. Start reading at {@code
 * PhantomTokens}.
 */
@NullMarked
package isegoria.gateway.auth;

import org.jspecify.annotations.NullMarked;
