/**
 * Errors as clients know them: a status and a text they compare literally. No exception types live
 * here. Start reading at {@link isegoria.api.error.Problem}.
 */
@NullMarked
package isegoria.api.error;

import org.jspecify.annotations.NullMarked;
