/** What accounts set for their own reading, as it is read: lists, filters, markers, notes. */
@NullMarked
package isegoria.account.read.setting;

import org.jspecify.annotations.NullMarked;
