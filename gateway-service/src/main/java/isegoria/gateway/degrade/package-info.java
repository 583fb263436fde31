/**
 * What is served when an upstream cannot answer, one file per upstream, and the guards that decide
 * that it cannot: bulkhead, circuit breaker, time limit. Start reading at {@code
 * ResiliencePolicies}.
 */
@NullMarked
package isegoria.gateway.degrade;

import org.jspecify.annotations.NullMarked;
