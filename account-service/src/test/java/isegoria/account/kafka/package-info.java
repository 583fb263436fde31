/** What leaves the service, as its readers get it. */
@NullMarked
package isegoria.account.kafka;

import org.jspecify.annotations.NullMarked;
