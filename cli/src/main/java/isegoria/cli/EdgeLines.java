package isegoria.cli;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pairs in a file, "A follows B": two names or ids, parted by white space or a comma. */
final class EdgeLines implements BatchImport.Parser {

  private static final Pattern GAP = Pattern.compile("\\s*[,\\s]\\s*");

  private final String nameFormat;

  /**
   * Reads pairs.
   *
   * @param nameFormat what a word of the file is called here, with <code>{}</code> for the word
   */
  EdgeLines(String nameFormat) {
    this.nameFormat = nameFormat;
  }

  @Override
  public @Nullable Object parse(String line, long number) {
    String words = line.strip();
    if (words.isEmpty() || words.startsWith("#")) {
      return null;
    }
    String[] pair = GAP.split(words, 3);
    if (pair.length < 2 || pair[0].isEmpty() || pair[1].isEmpty()) {
      throw CliException.wrongInput(
          "line " + number + ": " + words + " (expected: A B, A follows B)");
    }
    return List.of(named(pair[0]), named(pair[1]));
  }

  private String named(String word) {
    return nameFormat.replace("{}", word);
  }
}
