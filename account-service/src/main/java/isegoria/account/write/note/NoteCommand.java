package isegoria.account.write.note;

import isegoria.eventsourcing.StoredName;

/** What may be asked of a note. */
public sealed interface NoteCommand {

  /** Replaces it; an empty text removes it. */
  @StoredName("WriteNote")
  record Write(String text) implements NoteCommand {}

  /** Its author is erased. */
  @StoredName("EraseNote")
  record Erase() implements NoteCommand {}
}
