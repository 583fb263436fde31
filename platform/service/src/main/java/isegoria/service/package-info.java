/**
 * What every service behind the gateway repeats. A service that has this module on its class path
 * gets the beans of {@link isegoria.service.ServiceKit} and says what is its own. Code is shared;
 * keyspaces and topics never are.
 */
@NullMarked
package isegoria.service;

import org.jspecify.annotations.NullMarked;
