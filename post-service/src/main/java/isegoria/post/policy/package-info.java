/**
 * Whenever a fact, then commands: what spans aggregates. Pure. Start reading at {@link
 * isegoria.post.policy.WhenAccountErasedThenEraseItsPosts}.
 */
@NullMarked
package isegoria.post.policy;

import org.jspecify.annotations.NullMarked;
