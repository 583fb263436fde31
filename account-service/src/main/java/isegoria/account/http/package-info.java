/**
 * The client API's accounts, OAuth with its pages, and what operators and the gateway ask: one
 * resource, one file. Start reading at {@link isegoria.account.http.AccountResource}, {@link
 * isegoria.account.http.FollowResource} and {@link isegoria.account.http.TokenResource}.
 */
@NullMarked
package isegoria.account.http;

import org.jspecify.annotations.NullMarked;
