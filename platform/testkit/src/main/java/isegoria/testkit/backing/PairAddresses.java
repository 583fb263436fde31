package isegoria.testkit.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the pair of a build listens, as its keeper wrote it down.
 *
 * @param started when the keeper did: process ids come again
 */
record PairAddresses(long keeper, Instant started, String kafka, InetSocketAddress cassandra) {
  private static final String FILE = "pair";

  /** A pair whose keeper is this one. */
  static PairAddresses kept(ProcessHandle keeper, Backing pair) {
    return new PairAddresses(
        keeper.pid(), start(keeper), pair.kafkaBootstrapServers(), pair.cassandraContactPoint());
  }

  /** What was written down last, when its keeper is alive. */
  static Optional<PairAddresses> living(Path directory) {
    return read(directory)
        .filter(pair ->
            ProcessHandle.of(pair.keeper())
                .filter(keeper -> start(keeper).equals(pair.started()))
                .isPresent());
  }

  private static Instant start(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  /** In one step: a reader finds all of it or nothing. */
  void write(Path directory) throws IOException {
    Path fresh = directory.resolve(FILE + ".tmp");
    Files.write(
        fresh,
        List.of(
            Long.toString(keeper),
            started.toString(),
            kafka,
            cassandra.getHostString() + ":" + cassandra.getPort()));
    Files.move(fresh, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Optional<PairAddresses> read(Path directory) {
    try {
      List<String> lines = Files.readAllLines(directory.resolve(FILE));
      return Optional.of(
          new PairAddresses(
              Long.parseLong(lines.get(0)),
              Instant.parse(lines.get(1)),
              lines.get(2),
              SharedBacking.address(lines.get(3))));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
