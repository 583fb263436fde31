/**
 * A name, known only by its keyed hash: who holds it. One claim per name is what makes names
 * unique, however many ask at once. Start reading at {@link
 * isegoria.account.write.name.NameDecider}.
 */
@NullMarked
package isegoria.account.write.name;

import org.jspecify.annotations.NullMarked;
