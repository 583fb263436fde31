/**
 * How two accounts stand to each other: one aggregate for both directions, so that a block and a
 * follow can never pass each other. Start reading at {@link
 * isegoria.account.write.relationship.RelationshipDecider}.
 */
@NullMarked
package isegoria.account.write.relationship;

import org.jspecify.annotations.NullMarked;
