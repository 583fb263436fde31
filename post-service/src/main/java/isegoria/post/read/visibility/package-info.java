/**
 * Who may see which post: one pure rule. Start reading at {@link
 * isegoria.post.read.visibility.VisibilityRules}.
 */
@NullMarked
package isegoria.post.read.visibility;

import org.jspecify.annotations.NullMarked;
