/**
 * What may be asked of posts, and the rules: one package per kind of aggregate, and here the few
 * words they share. Pure: no clock, no id, no input or output. Start reading at {@link
 * isegoria.post.write.post.PostDecider}.
 */
@NullMarked
package isegoria.post.write;

import org.jspecify.annotations.NullMarked;
