/**
 * This service's copy of accounts, made from their topic. Start reading at {@link
 * isegoria.post.read.account.KnownAccount}.
 */
@NullMarked
package isegoria.post.read.account;

import org.jspecify.annotations.NullMarked;
