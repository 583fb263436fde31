package isegoria.tests.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Reads a graph from lines {@code A B}, each saying that A follows B. Ids may be sparse; a line
 * that begins with {@code #} says nothing; lines end in LF or CRLF; a file named {@code *.gz} is
 * packed. An edge that is there twice counts once.
 */
public final class EdgeList {
  private final Map<Long, Integer> people = new HashMap<>();
  private final Set<Long> seen = new HashSet<>();
  private int[] followers = new int[1024];
  private int[] followed = new int[1024];
  private int count;

  private EdgeList() {}

  public static Graph read(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return read(file.getFileName().toString(), in);
    }
  }

  static Graph read(String name, InputStream in) throws IOException {
    var list = new EdgeList();
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        list.take(name, number, line.strip());
      }
    }
    return new Graph(
        name,
        list.people.size(),
        Arrays.copyOf(list.followers, list.count),
        Arrays.copyOf(list.followed, list.count));
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private void take(String name, int number, String line) throws IOException {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    String[] ids = line.split("\\s+");
    if (ids.length != 2) {
      throw wrong(name, number, line, "two ids");
    }
    long from;
    long to;
    try {
      from = Long.parseLong(ids[0]);
      to = Long.parseLong(ids[1]);
    } catch (NumberFormatException e) {
      throw wrong(name, number, line, "ids that are whole numbers");
    }
    if (from == to) {
      throw wrong(name, number, line, "two different people");
    }
    add(numberOf(from), numberOf(to));
  }

  private static IOException wrong(String name, int number, String line, String expected) {
    String shown = line.length() <= 40 ? line : line.substring(0, 40) + "…";
    return new IOException(
        "%s, line %d: \"%s\" (expected: %s)".formatted(name, number, shown, expected));
  }

  private int numberOf(long id) {
    return people.computeIfAbsent(id, ignored -> people.size());
  }

  private void add(int from, int to) {
    if (!seen.add(Graph.pair(from, to))) {
      return;
    }
    if (count == followers.length) {
      followers = Arrays.copyOf(followers, count * 2);
      followed = Arrays.copyOf(followed, count * 2);
    }
    followers[count] = from;
    followed[count] = to;
    count++;
  }
}
