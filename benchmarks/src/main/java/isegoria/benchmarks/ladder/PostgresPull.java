package isegoria.benchmarks.ladder;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * Rung (b): a row of PostgreSQL for each post; a page walks the posts from the newest down and
 * keeps those of the followed. Commits are synchronous.
 */
final class PostgresPull implements Rung {
  /** Connections: more than two cores are busy with, and no more than a pool would hold. */
  private static final int CONNECTIONS = 8;

  private static final int READERS_PER_BATCH = 100;

  private final Network network;
  private final String url;
  private final BlockingQueue<Session> idle = new ArrayBlockingQueue<>(CONNECTIONS);
  private boolean loaded;

  /** Takes the address of an empty database. */
  PostgresPull(Network network, String url) {
    this.network = network;
    this.url = url;
  }

  @Override
  public String name() {
    return "b: PostgreSQL pull";
  }

  @Override
  public void open() {
    try {
      if (!loaded) {
        load();
        loaded = true;
      }
      analyze();
      for (int i = 0; i < CONNECTIONS; i++) {
        idle.add(new Session(DriverManager.getConnection(url)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(url, e);
    }
  }

  private void load() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE post (id bigint PRIMARY KEY, author bigint NOT NULL)");
      statement.execute("CREATE INDEX ON post (author, id)");
      statement.execute("CREATE TABLE follow (reader bigint, author bigint)");
      connection.setAutoCommit(false);
      follows(connection);
      statement.execute("ALTER TABLE follow ADD PRIMARY KEY (reader, author)");
      connection.commit();
    }
  }

  private void follows(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO follow SELECT ?, unnest(?)")) {
      for (int reader = 0; reader < network.people(); reader++) {
        Object[] followed = IntStream.of(network.followedBy(reader)).boxed().toArray();
        insert.setInt(1, reader);
        insert.setArray(2, connection.createArrayOf("int4", followed));
        insert.addBatch();
        if (reader % READERS_PER_BATCH == 0 || reader == network.people() - 1) {
          var _ = insert.executeBatch();
        }
      }
    }
  }

  /** What was posted in the last round decides how the next is planned. */
  private void analyze() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    }
  }

  @Override
  public CompletionStage<?> post(long id, int author) {
    with(session -> {
      session.insert.setLong(1, id);
      session.insert.setLong(2, author);
      return session.insert.executeUpdate();
    });
    return CompletableFuture.completedStage(null);
  }

  @Override
  public long[] page(int reader, long olderThan) {
    return with(session -> {
      session.select.setLong(1, olderThan);
      session.select.setLong(2, reader);
      long[] ids = new long[PAGE_POSTS];
      int size = 0;
      try (ResultSet rows = session.select.executeQuery()) {
        while (rows.next()) {
          ids[size++] = rows.getLong(1);
        }
      }
      return Arrays.copyOf(ids, size);
    });
  }

  @Override
  public int pushed(int author) {
    return 0;
  }

  @Override
  public void close() {
    for (int i = 0; i < CONNECTIONS; i++) {
      try {
        idle.take().connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(url, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <T> T with(Work<T> work) {
    try {
      Session session = idle.take();
      try {
        return work.on(session);
      } finally {
        idle.add(session);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(Session session) throws SQLException;
  }

  private static final class Session {
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement select;

    Session(Connection connection) throws SQLException {
      this.connection = connection;
      this.insert = connection.prepareStatement("INSERT INTO post (id, author) VALUES (?, ?)");
      this.select =
          connection.prepareStatement(
              "SELECT id FROM post WHERE id < ? AND author = ANY (ARRAY("
                  + "SELECT author FROM follow WHERE reader = ?)) ORDER BY id DESC LIMIT "
                  + PAGE_POSTS);
    }
  }
}
