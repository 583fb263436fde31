/** The description of the API for machines. Start reading at {@code OpenApi}. */
@NullMarked
package isegoria.tests.openapi;

import org.jspecify.annotations.NullMarked;
