package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.setting.Notes;
import isegoria.account.write.note.Note;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Notes of accounts about others, those of one author together. */
public final class NoteTable implements Notes {

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement put;
  private final PreparedStatement remove;
  private final PreparedStatement bySubjects;

  public NoteTable(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.put =
        cassandra.prepare(
            "INSERT INTO note (author, subject, text) VALUES (?, ?, ?) USING TIMESTAMP ?");
    this.remove =
        cassandra.prepare("DELETE FROM note USING TIMESTAMP ? WHERE author = ? AND subject = ?");
    this.bySubjects =
        cassandra.prepare("SELECT subject, text FROM note WHERE author = ? AND subject IN ?");
  }

  /** Writes a note under the time of the fact that caused it. */
  public CompletionStage<?> put(AccountId author, AccountId subject, Note note, long micros) {
    return writes.writeAll(
        List.of(
            note.equals(Note.NONE)
                ? remove.bind(micros, author.value(), subject.value())
                : put.bind(author.value(), subject.value(), note.text(), micros)));
  }

  @Override
  public Map<AccountId, String> of(AccountId author, Collection<AccountId> subjects) {
    List<BoundStatement> statements =
        Reads.portions(subjects.stream().map(AccountId::value).toList()).stream()
            .map(portion -> bySubjects.bind(author.value(), portion))
            .toList();
    Map<AccountId, String> found = new HashMap<>();
    for (Row row : reads.rows(statements)) {
      String text = row.getString("text");
      if (text != null) {
        found.put(new AccountId(row.getLong("subject")), text);
      }
    }
    return found;
  }
}
