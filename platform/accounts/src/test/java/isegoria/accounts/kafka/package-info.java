/** Records into copies, one by one. */
@NullMarked
package isegoria.accounts.kafka;

import org.jspecify.annotations.NullMarked;
