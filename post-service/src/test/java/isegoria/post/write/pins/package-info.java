/** Tests of the package of the same name. */
@NullMarked
package isegoria.post.write.pins;

import org.jspecify.annotations.NullMarked;
