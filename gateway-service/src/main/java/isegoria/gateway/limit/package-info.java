/**
 * Rate limits with the headers that clients know. Which limits apply is a pure function of the
 * request ({@code DefaultLimits}); counting is {@code Buckets}. Start reading at {@code
 * LimitFilter}.
 */
@NullMarked
package isegoria.gateway.limit;

import org.jspecify.annotations.NullMarked;
