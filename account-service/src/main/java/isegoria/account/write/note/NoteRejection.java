package isegoria.account.write.note;

import isegoria.eventsourcing.StoredName;

/** Why a note stays as it is. */
public sealed interface NoteRejection {

  @StoredName("NoteTooLong")
  record NoteTooLong(int max) implements NoteRejection {}
}
