/**
 * What holds for every request, whichever service answers it: its id and trace, its cleaned
 * headers, its path without a trailing slash, CORS, security headers, the access log, and the one
 * shape of an error. Start reading at {@code Edge}.
 */
@NullMarked
package isegoria.gateway.http;

import org.jspecify.annotations.NullMarked;
