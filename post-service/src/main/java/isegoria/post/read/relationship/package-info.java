/**
 * This service's copy of how accounts stand to each other. Start reading at {@link
 * isegoria.post.read.relationship.Relationship}.
 */
@NullMarked
package isegoria.post.read.relationship;

import org.jspecify.annotations.NullMarked;
