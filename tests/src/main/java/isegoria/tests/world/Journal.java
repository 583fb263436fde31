package isegoria.tests.world;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What has been done of a plan, on disk line by line, so that a load that was stopped goes on where
 * it was. A line that was cut short is done again: every act may be repeated.
 */
public final class Journal implements AutoCloseable {
  private final BufferedWriter out;
  private final String tag;
  private final Map<Integer, Member> members = new ConcurrentHashMap<>();
  private final Map<Integer, Long> posts = new ConcurrentHashMap<>();
  private final Map<Integer, Long> boosts = new ConcurrentHashMap<>();
  private final Set<String> done = ConcurrentHashMap.newKeySet();

  /** A person of the world: their number, account and token. */
  public record Member(int number, String id, String token) {}

  private Journal(BufferedWriter out, String tag) {
    this.out = out;
    this.tag = tag;
  }

  /**
   * Opens the journal of a world, or begins it.
   *
   * @param world says which world it is: a journal of another one is refused
   */
  public static Journal open(Path file, String world) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      String tag = lines.isEmpty() ? freshTag() : lines.getFirst().split(" ")[0];
      if (!lines.isEmpty() && !lines.getFirst().equals(tag + " " + world)) {
        throw new IllegalStateException(
            "%s: of another world, \"%s\" (expected: %s); set STATE to another file"
                .formatted(file, lines.getFirst(), world));
      }
      var out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      var journal = new Journal(out, tag);
      if (lines.isEmpty()) {
        journal.write(tag + " " + world);
      } else {
        // The last line may have been cut short: this ends it.
        journal.write("");
        lines.stream().skip(1).forEach(journal::recall);
      }
      return journal;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String freshTag() {
    return "w" + Integer.toString(RandomGenerator.getDefault().nextInt(36 * 36 * 36 * 36), 36);
  }

  private void recall(String line) {
    String[] words = line.split(" ");
    if (!line.endsWith(".") || words.length < 3) {
      return;
    }
    int number = Integer.parseInt(words[1]);
    switch (words[0]) {
      case "member" -> members.put(number, new Member(number, words[2], words[3]));
      case "post" -> posts.put(number, Long.parseLong(words[2]));
      case "boost" -> boosts.put(number, Long.parseLong(words[2]));
      case "done" -> done.add(number + " " + words[2]);
      default -> throw new IllegalStateException("journal: " + line);
    }
  }

  /** What makes the names and keys of this world differ from every other's. */
  public String tag() {
    return tag;
  }

  public @Nullable Member member(int number) {
    return members.get(number);
  }

  void enrolled(Member member) {
    members.put(member.number(), member);
    write("member %d %s %s .".formatted(member.number(), member.id(), member.token()));
  }

  void posted(int post, long id) {
    posts.put(post, id);
    write("post " + post + " " + id + " .");
  }

  void boosted(int boost, long id) {
    boosts.put(boost, id);
    write("boost " + boost + " " + id + " .");
  }

  boolean isDone(int phase, int act) {
    return done.contains(phase + " " + act);
  }

  void did(int phase, int act) {
    done.add(phase + " " + act);
    write("done " + phase + " " + act + " .");
  }

  /** The ids that were given so far, by this load and by one that was stopped. */
  public void recallInto(GivenIds ids) {
    posts.forEach(ids::givePost);
    boosts.forEach(ids::giveBoost);
  }

  private synchronized void write(String line) {
    try {
      out.write(line);
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
