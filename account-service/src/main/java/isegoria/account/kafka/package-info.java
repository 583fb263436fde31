/**
 * The log: how facts and states are written for other services, how follows are counted, and what
 * is read of other services' topics. Start reading at {@link
 * isegoria.account.kafka.AccountAggregates}.
 */
@NullMarked
package isegoria.account.kafka;

import org.jspecify.annotations.NullMarked;
