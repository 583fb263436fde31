@NullMarked
package isegoria.api.endpoint;

import org.jspecify.annotations.NullMarked;
