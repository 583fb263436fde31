package isegoria.account.write.note;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.kafka.AccountAggregates;
import isegoria.account.write.note.NoteCommand.Erase;
import isegoria.account.write.note.NoteCommand.Write;
import isegoria.account.write.note.NoteEvent.NoteRemoved;
import isegoria.account.write.note.NoteEvent.NoteWritten;
import isegoria.account.write.note.NoteRejection.NoteTooLong;
import isegoria.events.AccountId;
import isegoria.testkit.DeciderSpec;
import org.junit.jupiter.api.Test;

final class NoteDeciderTest {

  private static final NoteWritten KIND = new NoteWritten("Was kind to me");

  private final DeciderSpec<NoteCommand, Note, NoteEvent, NoteRejection> note =
      DeciderSpec.of(AccountAggregates.with((stream, words) -> "hash").settings().note());

  @Test
  void a_note_is_written_replaced_and_removed() {
    note.given().when(new Write(KIND.text())).then(KIND);
    note.given(KIND).when(new Write(KIND.text())).thenNothing();
    note.given(KIND).when(new Write("Owes me a book")).then(new NoteWritten("Owes me a book"));
    note.given(KIND).when(new Write("")).then(new NoteRemoved());
    note.given().when(new Write("")).thenNothing();
  }

  @Test
  void it_has_an_end() {
    String longest = "🐈".repeat(Note.CHARACTERS_MAX);
    note.given().when(new Write(longest)).then(new NoteWritten(longest));
    note.given().when(new Write(longest + "x")).thenRejected(new NoteTooLong(Note.CHARACTERS_MAX));
  }

  @Test
  void it_goes_with_its_author() {
    note.given(KIND).when(new Erase()).then(new NoteRemoved());
    note.given().when(new Erase()).thenNothing();
  }

  @Test
  void its_key_names_author_and_subject() {
    String key = Note.key(new AccountId(1), new AccountId(2));
    assertThat(key).isEqualTo("1/note/2");
    assertThat(Note.subjectOf(key)).isEqualTo(new AccountId(2));
  }
}
