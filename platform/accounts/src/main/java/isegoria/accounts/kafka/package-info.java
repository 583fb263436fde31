/** Topics of accounts and of sanctions into a service's copies. */
@NullMarked
package isegoria.accounts.kafka;

import org.jspecify.annotations.NullMarked;
