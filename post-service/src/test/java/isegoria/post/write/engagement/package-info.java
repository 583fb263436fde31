/** Tests of the package of the same name. */
@NullMarked
package isegoria.post.write.engagement;

import org.jspecify.annotations.NullMarked;
