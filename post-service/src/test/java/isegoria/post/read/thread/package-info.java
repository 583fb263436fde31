/** Tests of the package of the same name. */
@NullMarked
package isegoria.post.read.thread;

import org.jspecify.annotations.NullMarked;
