package isegoria.cli;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file, plain or .gz, with how far into the file they are. */
final class Lines implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Counted counted;
  private final BufferedReader reader;
  private final long bytes;
  private long number;

  Lines(Path file) {
    try {
      this.bytes = Files.size(file);
      this.counted = new Counted(Files.newInputStream(file));
      InputStream plain =
          file.toString().endsWith(".gz") ? new GZIPInputStream(counted, BUFFER_BYTES) : counted;
      this.reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw CliException.wrongInput(file + ": unreadable (expected: a file, plain or .gz)");
    }
  }

  /** The next line without its end, or null. */
  @Nullable String next() {
    try {
      String line = reader.readLine();
      if (line != null) {
        number++;
      }
      return line;
    } catch (IOException broken) {
      throw CliException.wrongInput("line " + (number + 1) + ": unreadable (expected: UTF-8 text)");
    }
  }

  /** Lines read so far. */
  long number() {
    return number;
  }

  /** Which part of the file has been read, from 0 to 1. */
  double part() {
    return bytes == 0 ? 1 : (double) counted.read / bytes;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Counted extends FilterInputStream {
    private long read;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      read += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = super.read(into, from, length);
      read += Math.max(0, count);
      return count;
    }
  }
}
