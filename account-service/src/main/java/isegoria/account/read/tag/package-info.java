/** The tags that accounts follow, as they are read. */
@NullMarked
package isegoria.account.read.tag;

import org.jspecify.annotations.NullMarked;
