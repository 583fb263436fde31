/** Which path goes to which service, one file per upstream. Start reading at {@code RouteTable}. */
@NullMarked
package isegoria.gateway.route;

import org.jspecify.annotations.NullMarked;
