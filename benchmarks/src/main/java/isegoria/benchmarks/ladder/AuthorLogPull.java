package isegoria.benchmarks.ladder;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import isegoria.benchmarks.People;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Rung (c): a row of Cassandra in the author's log; a page asks the log of everybody followed. */
final class AuthorLogPull implements Rung {
  private final Network network;
  private final Tables tables;
  private final PreparedStatement insert;
  private final PreparedStatement select;

  AuthorLogPull(Network network, Tables tables) {
    this.network = network;
    this.tables = tables;
    this.insert = tables.prepare("INSERT INTO author_post (author, id) VALUES (?, ?)");
    this.select = tables.prepare("SELECT id FROM author_post WHERE author = ? AND id < ? LIMIT ?");
  }

  @Override
  public String name() {
    return "c: author logs";
  }

  @Override
  public void open() {
    // The table stands.
  }

  @Override
  public CompletionStage<?> post(long id, int author) {
    return tables.write(insert.bind(People.id(author), id));
  }

  @Override
  public long[] page(int reader, long olderThan) {
    List<BoundStatement> questions = new ArrayList<>();
    for (int author : network.followedBy(reader)) {
      questions.add(select.bind(People.id(author), olderThan, PAGE_POSTS));
    }
    var ids = new LongArrayList();
    tables.ask(questions, row -> ids.add(row.getLong("id")));
    return Newest.of(ids.toLongArray(), PAGE_POSTS);
  }

  @Override
  public int pushed(int author) {
    return 0;
  }

  @Override
  public void close() {
    // Rows stay for the next round.
  }
}
