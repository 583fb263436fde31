/**
 * What may be asked of moderation, and the rules. Pure: the JDK, identities and {@code Decider}; no
 * clock, no broker, no table. Start reading at {@link
 * isegoria.moderation.write.sanction.SanctionDecider}.
 */
@NullMarked
package isegoria.moderation.write;

import org.jspecify.annotations.NullMarked;
