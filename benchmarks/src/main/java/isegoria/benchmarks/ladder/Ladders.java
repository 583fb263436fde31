package isegoria.benchmarks.ladder;

import isegoria.benchmarks.server.Server;
import isegoria.timeline.feed.memory.RelationGraph;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;

/** Starts the servers that the rungs stand on, and builds the rungs. */
public final class Ladders implements AutoCloseable {
  /** Of the rungs' own tables, and of the one that ships. */
  private static final List<String> KEYSPACES = List.of("ladder", ScanAndSnapshots.KEYSPACE);

  /** For posts, and as many for pages: neither waits for the other's. */
  private static final int REDIS_CONNECTIONS = 32;

  private final Network network;
  private final List<Rung> rungs = new ArrayList<>();
  private final List<Long> servers = new ArrayList<>();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private @Nullable Nodes nodes;
  private long followsBytes;

  private Ladders(Network network) {
    this.network = network;
  }

  /**
   * Rungs whose servers are installed; which are not is printed. Where several are compared, what a
   * post costs without feeds is measured too.
   *
   * @param letters of the rungs that are wanted
   */
  public static Ladders start(
      Network network, Set<String> letters, Path files, Duration staleness) {
    var ladders = new Ladders(network);
    try {
      ladders.addRungs(letters, files, staleness);
      return ladders;
    } catch (RuntimeException failed) {
      ladders.close();
      throw failed;
    }
  }

  /** In the order of the rungs' letters. */
  private void addRungs(Set<String> letters, Path files, Duration staleness) {
    var started = new Nodes(files);
    nodes = started;
    opened.add(started);
    servers.addAll(started.pids());
    var tables = new Tables(started.cassandraContactPoint(), "ladder");
    opened.add(tables);
    var events = new PostEvents(started.kafka());
    opened.add(events::end);
    if (letters.size() > 1) {
      rungs.add(new BaselineRung());
      rungs.add(events);
    }
    if (letters.contains("a")) {
      rungs.add(new RowPerDelivery(network, tables));
    }
    if (letters.contains("b")) {
      server("PostgreSQL", Server.postgres(files.resolve("postgres")))
          .ifPresent(server -> rungs.add(new PostgresPull(network, address(server))));
    }
    if (letters.contains("c")) {
      rungs.add(new AuthorLogPull(network, tables));
    }
    if (letters.contains("d")) {
      server("Redis", Server.redis(files.resolve("redis"))).ifPresent(this::addRedis);
    }
    if (letters.contains("e")) {
      rungs.add(new RingsAndSnapshots(network, started.kafka(), tables, events, staleness));
    }
    if (letters.contains(CellSpec.SHIPS)) {
      RelationGraph relations = network.relations();
      followsBytes = relations.followsBytes();
      var ships =
          new ScanAndSnapshots(
              relations, started.kafka(), started.cassandraContactPoint(), events, staleness);
      opened.add(ships::end);
      ships.begin(network.people(), idOfNow());
      rungs.add(ships);
    }
  }

  private void addRedis(Server redis) {
    rungs.add(new RedisPush(network, client(redis), client(redis)));
  }

  private RedisClient client(Server redis) {
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(REDIS_CONNECTIONS);
    pool.setMaxIdle(REDIS_CONNECTIONS);
    RedisClient client =
        RedisClient.builder().hostAndPort("127.0.0.1", redis.port()).poolConfig(pool).build();
    opened.add(client);
    return client;
  }

  /** Memory that all follows take in the rung that ships; 0 without it. */
  public long followsBytes() {
    return followsBytes;
  }

  private static String address(Server postgres) {
    return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres?user=postgres";
  }

  private Optional<Server> server(String name, Optional<Server> found) {
    if (found.isEmpty()) {
      System.out.println(name + ": not installed, so its rung is left out (bin/bench-servers)");
    }
    found.ifPresent(server -> {
      servers.add(server.pid());
      opened.add(server);
    });
    return found;
  }

  public Ladder ladder(Ladder.Sizes sizes, long seed) {
    Disk disk = Objects.requireNonNull(nodes, "nodes").disk(KEYSPACES);
    return new Ladder(network, rungs, new Costs(servers), disk, sizes, seed, idOfNow());
  }

  private static long idOfNow() {
    return Instant.now().toEpochMilli() << 16;
  }

  @Override
  public void close() {
    for (AutoCloseable each : opened.reversed()) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("not closed", e);
      }
    }
  }
}
