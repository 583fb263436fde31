/**
 * What a service knows of accounts that it does not own: their profiles, their counts and the
 * sanctions in force. Each service keeps its copy in its own keyspace; the code is one. Start
 * reading at {@link isegoria.accounts.KnownAccount}.
 */
@NullMarked
package isegoria.accounts;

import org.jspecify.annotations.NullMarked;
