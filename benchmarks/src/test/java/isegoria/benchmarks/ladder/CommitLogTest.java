package isegoria.benchmarks.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommitLogTest {
  private static final int SEGMENT = 200_000;

  @TempDir Path directory;

  private void segment(int number, int bytes) throws IOException {
    ByteBuffer segment = ByteBuffer.allocate(SEGMENT);
    for (int i = 0; i < bytes; i++) {
      segment.put((byte) 1);
    }
    Files.write(directory.resolve("CommitLog-8-" + number + ".log"), segment.array());
  }

  @Test
  void its_position_moves_by_what_is_written_over_segments_that_go_and_one_that_is_ready()
      throws IOException {
    segment(9, 150_000);
    segment(10, 20);
    long before = CommitLog.position(directory);
    Files.delete(directory.resolve("CommitLog-8-9.log"));
    segment(10, 70_000);
    segment(11, 20);

    assertThat(CommitLog.position(directory) - before).isEqualTo(SEGMENT - 150_000 + 70_000);
  }
}
