/** Tests that boot the whole service, and what they share. */
@NullMarked
package isegoria.post;

import org.jspecify.annotations.NullMarked;
