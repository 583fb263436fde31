/** Renderings of accounts and posts. */
@NullMarked
package isegoria.api.view;

import org.jspecify.annotations.NullMarked;
