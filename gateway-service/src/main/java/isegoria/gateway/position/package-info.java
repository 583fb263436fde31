/**
 * Reading one's own writes: positions taken from the answers to writes and sent along with later
 * requests. Start reading at {@code Positions}.
 */
@NullMarked
package isegoria.gateway.position;

import org.jspecify.annotations.NullMarked;
