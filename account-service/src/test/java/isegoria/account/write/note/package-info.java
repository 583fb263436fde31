@NullMarked
package isegoria.account.write.note;

import org.jspecify.annotations.NullMarked;
