/** Who wrote which post. */
@NullMarked
package isegoria.moderation.read.post;

import org.jspecify.annotations.NullMarked;
