/**
 * The moderation service: reports, and sanctions that cannot exist without a rule, a reason and an
 * end. {@code write} holds the rules, {@code read} what can be seen, {@code policy} what follows by
 * itself; {@code http}, {@code kafka}, {@code cassandra} and {@code config} say how. Start reading
 * at {@link isegoria.moderation.write.sanction.SanctionDecider}.
 */
@NullMarked
package isegoria.moderation;

import org.jspecify.annotations.NullMarked;
