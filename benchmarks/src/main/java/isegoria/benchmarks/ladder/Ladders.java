package isegoria.benchmarks.ladder;

import isegoria.benchmarks.server.Server;
import isegoria.timeline.memory.RelationGraph;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.RedisClient;

/** Starts the servers that the rungs stand on, and builds the rungs. */
public final class Ladders implements AutoCloseable {
  private final Network network;
  private final List<Rung> rungs = new ArrayList<>();
  private final List<Long> servers = new ArrayList<>();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private long followsBytes;

  private Ladders(Network network) {
    this.network = network;
  }

  /**
   * Rungs whose servers are installed; which are not is printed.
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
    var nodes = new Nodes(files);
    opened.add(nodes);
    servers.addAll(nodes.pids());
    var tables = new Tables(nodes.cassandraContactPoint(), "ladder");
    opened.add(tables);
    var events = new PostEvents(nodes.kafka());
    opened.add(events::end);
    rungs.add(new Nothing());
    rungs.add(events);
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
      rungs.add(new RingsAndSnapshots(network, nodes.kafka(), tables, events, staleness));
    }
    if (letters.contains(CellSpec.SHIPS)) {
      RelationGraph relations = network.relations();
      followsBytes = relations.followsBytes();
      var ships =
          new ScanAndSnapshots(
              relations, nodes.kafka(), nodes.cassandraContactPoint(), events, staleness);
      opened.add(ships::end);
      rungs.add(ships);
    }
  }

  private void addRedis(Server redis) {
    RedisClient client = RedisClient.create("127.0.0.1", redis.port());
    opened.add(client);
    rungs.add(new RedisPush(network, client));
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
    long idFirst = Instant.now().toEpochMilli() << 16;
    return new Ladder(network, rungs, new Costs(servers), sizes, seed, idFirst);
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
