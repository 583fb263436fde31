/**
 * A post from its publication to its end: states, commands, events, rejections and the decision
 * table. Start reading at {@link isegoria.post.write.post.PostDecider}.
 */
@NullMarked
package isegoria.post.write.post;

import org.jspecify.annotations.NullMarked;
