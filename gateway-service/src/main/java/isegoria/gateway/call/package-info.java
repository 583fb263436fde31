/**
 * One client request on its way to a service: the headers it carries, the instance it goes to, a
 * second try where that is safe, and what its answer leaves behind. Start reading at {@code
 * UpstreamCall}.
 */
@NullMarked
package isegoria.gateway.call;

import org.jspecify.annotations.NullMarked;
