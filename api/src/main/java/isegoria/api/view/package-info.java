/**
 * What every service knows of an account or a post, and the one way to show it as the client API's
 * entity. Services load the records; nothing here reads anything. Start reading at {@code
 * StatusRenderer}.
 */
@NullMarked
package isegoria.api.view;

import org.jspecify.annotations.NullMarked;
