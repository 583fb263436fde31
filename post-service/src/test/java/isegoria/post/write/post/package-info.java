/** Tests of the package of the same name. */
@NullMarked
package isegoria.post.write.post;

import org.jspecify.annotations.NullMarked;
