/** Tests of the package of the same name. */
@NullMarked
package isegoria.post.read.visibility;

import org.jspecify.annotations.NullMarked;
