/** Tests of the package of the same name. */
@NullMarked
package isegoria.post.read.engagement;

import org.jspecify.annotations.NullMarked;
