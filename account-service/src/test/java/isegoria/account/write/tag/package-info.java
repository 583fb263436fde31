@NullMarked
package isegoria.account.write.tag;

import org.jspecify.annotations.NullMarked;
