/**
 * Hand-written stand-ins: services that answer what a test says, and a gateway before them. Start
 * reading at {@code TestGateway}.
 */
@NullMarked
package isegoria.gateway.testing;

import org.jspecify.annotations.NullMarked;
