/** Tests of the package of the same name. */
@NullMarked
package isegoria.post.read.sanction;

import org.jspecify.annotations.NullMarked;
