/**
 * Sanctions: what is done to an account or a post that broke a rule. None can be constructed
 * without the rule, a reason and an end or a date of review, and none lasts for ever. Start reading
 * at {@link isegoria.moderation.write.sanction.SanctionDecider}.
 */
@NullMarked
package isegoria.moderation.write.sanction;

import org.jspecify.annotations.NullMarked;
