/**
 * How far one account has read. Start reading at {@link
 * isegoria.account.write.marker.MarkersDecider}.
 */
@NullMarked
package isegoria.account.write.marker;

import org.jspecify.annotations.NullMarked;
