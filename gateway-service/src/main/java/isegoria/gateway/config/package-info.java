/**
 * What an operator may set ({@code GatewayProperties}) and how the parts are put together ({@code
 * Wiring}). No behaviour lives here.
 */
@NullMarked
package isegoria.gateway.config;

import org.jspecify.annotations.NullMarked;
