/** Tests of the package of the same name. */
@NullMarked
package isegoria.post.kafka;

import org.jspecify.annotations.NullMarked;
