@NullMarked
package isegoria.account.write.marker;

import org.jspecify.annotations.NullMarked;
