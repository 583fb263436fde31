/**
 * The services behind the gateway: their instances, which of them is asked next, and the gateway's
 * own small questions to them. Start reading at {@code Instances}.
 */
@NullMarked
package isegoria.gateway.upstream;

import org.jspecify.annotations.NullMarked;
