/**
 * The client API's resources of posts, one file each. A resource checks the token, gathers the
 * facts that a decision needs, asks, and shows what holds then. Start reading at {@link
 * isegoria.post.http.Posts}.
 */
@NullMarked
package isegoria.post.http;

import org.jspecify.annotations.NullMarked;
