/**
 * The endpoints that clients know, whether they are built or not, as data. Start reading at {@link
 * isegoria.api.endpoint.Endpoints}.
 */
@NullMarked
package isegoria.api.endpoint;

import org.jspecify.annotations.NullMarked;
