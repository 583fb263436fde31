package isegoria.benchmarks.ladder;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import isegoria.benchmarks.People;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Rung (a): a row of Cassandra for each post and active follower. */
final class RowPerDelivery implements Rung {
  private final Network network;
  private final Tables tables;
  private final PreparedStatement insert;
  private final PreparedStatement select;

  RowPerDelivery(Network network, Tables tables) {
    this.network = network;
    this.tables = tables;
    this.insert = tables.prepare("INSERT INTO delivery (reader, id, author) VALUES (?, ?, ?)");
    this.select = tables.prepare("SELECT id FROM delivery WHERE reader = ? AND id < ? LIMIT ?");
  }

  @Override
  public String name() {
    return "a: row per delivery";
  }

  @Override
  public void open() {
    // The table stands.
  }

  @Override
  public CompletionStage<?> post(long id, int author) {
    long by = People.id(author);
    int[] readers = network.activeFollowersOf(author);
    var written = new CompletableFuture<?>[readers.length];
    for (int i = 0; i < readers.length; i++) {
      var row = insert.bind(People.id(readers[i]), id, by);
      written[i] = tables.write(row).toCompletableFuture();
    }
    return CompletableFuture.allOf(written);
  }

  @Override
  public long[] page(int reader, long olderThan) {
    var ids = new ArrayList<Long>(PAGE_POSTS);
    tables.ask(
        List.of(select.bind(People.id(reader), olderThan, PAGE_POSTS)),
        row -> ids.add(row.getLong("id")));
    return ids.stream().mapToLong(each -> each).toArray();
  }

  @Override
  public int pushed(int author) {
    return network.activeFollowersOf(author).length;
  }

  @Override
  public void close() {
    // Rows stay for the next round.
  }
}
