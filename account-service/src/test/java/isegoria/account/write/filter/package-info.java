@NullMarked
package isegoria.account.write.filter;

import org.jspecify.annotations.NullMarked;
