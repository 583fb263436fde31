package isegoria.account.write.note;

import isegoria.eventsourcing.StoredName;

/** What can happen to a note. */
public sealed interface NoteEvent {

  @StoredName("NoteWritten")
  record NoteWritten(String text) implements NoteEvent {}

  /** It is gone: its author removed it, or went. */
  @StoredName("NoteRemoved")
  record NoteRemoved() implements NoteEvent {}
}
