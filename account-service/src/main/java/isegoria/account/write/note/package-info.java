/**
 * What one account noted for itself about another. Start reading at {@link
 * isegoria.account.write.note.NoteDecider}.
 */
@NullMarked
package isegoria.account.write.note;

import org.jspecify.annotations.NullMarked;
