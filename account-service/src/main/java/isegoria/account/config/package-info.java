/** How the service is put together, and the numbers and switches that may be set. */
@NullMarked
package isegoria.account.config;

import org.jspecify.annotations.NullMarked;
