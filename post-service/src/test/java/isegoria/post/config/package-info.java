/** Tests of the package of the same name. */
@NullMarked
package isegoria.post.config;

import org.jspecify.annotations.NullMarked;
