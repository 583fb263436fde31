@NullMarked
package isegoria.account.write.list;

import org.jspecify.annotations.NullMarked;
