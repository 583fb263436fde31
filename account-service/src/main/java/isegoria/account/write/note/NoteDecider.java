package isegoria.account.write.note;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.account.write.note.NoteCommand.Erase;
import isegoria.account.write.note.NoteCommand.Write;
import isegoria.account.write.note.NoteEvent.NoteRemoved;
import isegoria.account.write.note.NoteEvent.NoteWritten;
import isegoria.account.write.note.NoteRejection.NoteTooLong;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;

/** The rules of notes: a text with a bound, or none. */
public final class NoteDecider {

  public static final Decider<NoteCommand, Note, NoteEvent, NoteRejection> NOTE =
      new Decider<>(Note.NONE, NoteDecider::decide, NoteDecider::evolve);

  private NoteDecider() {}

  static Decision<NoteEvent, NoteRejection> decide(Note note, NoteCommand command) {
    return switch (command) {
      case Write to when to.text().equals(note.text()) -> accept();
      case Write to when to.text().isEmpty() -> accept(new NoteRemoved());
      case Write to when to.text().codePointCount(0, to.text().length()) > Note.CHARACTERS_MAX ->
          reject(new NoteTooLong(Note.CHARACTERS_MAX));
      case Write to -> accept(new NoteWritten(to.text()));

      case Erase _ when note.equals(Note.NONE) -> accept();
      case Erase _ -> accept(new NoteRemoved());
    };
  }

  static Note evolve(Note note, NoteEvent event) {
    return switch (event) {
      case NoteWritten e -> new Note(e.text());
      case NoteRemoved _ -> Note.NONE;
    };
  }
}
