package isegoria.testkit.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PairAddressesTest {
  private static final InetSocketAddress CASSANDRA =
      InetSocketAddress.createUnresolved("127.0.0.1", 9042);

  @TempDir Path directory;

  private final ProcessHandle self = ProcessHandle.current();
  private final Instant started = self.info().startInstant().orElseThrow();

  private PairAddresses pair(Instant keeperStarted) {
    return new PairAddresses(self.pid(), keeperStarted, "127.0.0.1:9092", CASSANDRA);
  }

  @Test
  void later_modules_find_the_pair_of_a_living_keeper() throws IOException {
    assertThat(PairAddresses.living(directory)).isEmpty();
    pair(started).write(directory);
    assertThat(PairAddresses.living(directory)).contains(pair(started));
  }

  @Test
  void a_process_that_got_the_id_of_a_dead_keeper_keeps_no_pair() throws IOException {
    pair(started.minusSeconds(1)).write(directory);
    assertThat(PairAddresses.living(directory)).isEmpty();
  }
}
