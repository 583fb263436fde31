package isegoria.tests.tidy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules, each from a file to what is wrong in it: {@code line: what (expected: what)}. */
final class TidyRules {
  static final int COLUMNS_MAX = 100;
  static final int LINES_MAX = 400;
  static final int BYTES_MAX = 200_000;

  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|record|enum) ([A-Z]\\w*)");
  private static final Pattern BANNED =
      Pattern.compile(
          "^Abstract|(?:Manager|Helper|Utils?|Common|Impl|Info|D[Tt][Oo])(?=[A-Z]|$)"
              + "|(?:Base|Data)$|^(?:Base|Data)(?=[A-Z])");
  private static final Pattern VAGUE_METHOD =
      Pattern.compile(
          "^ +(?:public |protected |private |static |final )*[\\w<>\\[\\], ?]+ "
              + "(handle|process|do)\\((?!\\))");
  private static final Pattern LATER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|HA" + "CK|XX" + "X)\\b(\\(#\\d+\\))?");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern FILE_NAMED =
      Pattern.compile("(?<![\\w./:$<*-])(?:[\\w.-]+/)+[\\w-]+\\.(?:sh|md|java|mjs)\\b");
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w./<>}*-])/(?:work|root|home|Users)/\\w+");

  /** Words that hide who acts, in any text that a reader of code, logs or documents meets. */
  private static final Pattern VAGUE_WORD =
      Pattern.compile("\\b(?:[Ww]hoever|[Nn]obody|[Ss]omebody|[Aa]new|[Mm]ade again)\\b");

  /** The first sentence of README, and the API's own value for "no account". */
  private static final Pattern VAGUE_ALLOWED = Pattern.compile("nobody is silenced|\"nobody\"");

  private TidyRules() {}

  /** A file as the rules see it; the path is relative to the project. */
  record Source(Path path, String text) {
    List<String> lines() {
      return text.lines().toList();
    }

    boolean isTest() {
      return path.toString().contains("src/test/");
    }

    boolean isJava() {
      return path.toString().endsWith(".java");
    }

    String finding(int line, String what) {
      return path + ":" + line + ": " + what;
    }
  }

  static List<String> columns(Source source) {
    return each(
        source,
        line ->
            source.isJava() && line.length() > COLUMNS_MAX && !mayBeLong(line)
                ? line.length() + " columns (expected: at most " + COLUMNS_MAX + ")"
                : "");
  }

  /** What the formatter cannot break: imports, addresses, and a text that is one long literal. */
  private static boolean mayBeLong(String line) {
    return line.startsWith("import ") || line.contains("://") || line.strip().startsWith("\"");
  }

  static List<String> length(Source source) {
    int lines = source.lines().size();
    return source.isJava() && lines > LINES_MAX
        ? List.of(source.finding(lines, lines + " lines (expected: at most " + LINES_MAX + ")"))
        : List.of();
  }

  static List<String> names(Source source) {
    List<String> lines = source.lines();
    var overriding = new HashSet<String>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i - 1).strip().equals("@Override")) {
        overriding.add(lines.get(i));
      }
    }
    return each(
        source, line -> source.isJava() && !overriding.contains(line) ? badName(source, line) : "");
  }

  private static String badName(Source source, String line) {
    if (isComment(line)) {
      return "";
    }
    Matcher type = TYPE.matcher(line);
    while (type.find()) {
      String name = type.group(1);
      Matcher banned = BANNED.matcher(name);
      if (banned.find()) {
        return "type " + name + " (expected: a name without " + banned.group() + ")";
      }
      if (name.endsWith("Service")
          && !source.isTest()
          && !line.startsWith("public final class")
          && !line.startsWith("public class")) {
        return "type " + name + " (expected: Service for the main class only)";
      }
      if (name.endsWith("Processor") && !line.contains("implements")) {
        return "type " + name + " (expected: Processor for Kafka's only)";
      }
    }
    Matcher method = VAGUE_METHOD.matcher(line);
    return method.find() && !line.contains("return ")
        ? "method " + method.group(1) + " (expected: a verb that says what)"
        : "";
  }

  private static boolean isComment(String line) {
    String start = line.strip();
    return start.startsWith("*") || start.startsWith("//") || start.startsWith("/*");
  }

  static List<String> laters(Source source) {
    return each(
        source,
        line -> {
          Matcher later = LATER.matcher(line);
          boolean found = source.isJava() && later.find();
          return found && !(later.group(1).startsWith("TO") && later.group(2) != null)
              ? later.group() + " (expected: nothing, or one with its issue's number)"
              : "";
        });
  }

  /** Of a directory's first source: whether the directory says what it is. */
  static List<String> packages(Path root, Source source) {
    if (!source.isJava() || source.isTest()) {
      return List.of();
    }
    Path directory = source.path().getParent();
    Path told = root.resolve(directory == null ? Path.of("") : directory);
    Path description = told.resolve("package-info.java");
    if (!Files.exists(description)) {
      return List.of(directory + ": no package-info.java");
    }
    return source.path().endsWith("package-info.java") && !source.text().contains("@NullMarked")
        ? List.of(source.finding(1, "not @NullMarked"))
        : List.of();
  }

  static List<String> links(Path root, Source source) {
    if (!source.path().toString().endsWith(".md")) {
      return List.of();
    }
    Path file = root.resolve(source.path());
    return each(
        source,
        line -> {
          Matcher link = LINK.matcher(line);
          while (link.find()) {
            String target = link.group(1).replaceFirst("#.*", "");
            boolean outside = target.isEmpty() || target.contains(":");
            if (!outside && !Files.exists(file.resolveSibling(target))) {
              return "link to " + target + " (expected: something that is there)";
            }
          }
          return "";
        });
  }

  /** What a README names with its folder is there, seen from the README or from the project. */
  static List<String> filesNamed(Path root, Source source) {
    if (!source.path().endsWith("README.md")) {
      return List.of();
    }
    Path file = root.resolve(source.path());
    return each(
        source,
        line -> {
          Matcher named = FILE_NAMED.matcher(line);
          while (named.find()) {
            String target = named.group();
            if (!Files.exists(root.resolve(target)) && !Files.exists(file.resolveSibling(target))) {
              return "names " + target + " (expected: a file that is there)";
            }
          }
          return "";
        });
  }

  static List<String> size(Source source) {
    return source.text().length() > BYTES_MAX
        ? List.of(source.path() + ": " + source.text().length() + " characters")
        : List.of();
  }

  /** Main sources, configuration and documents; ADRs stay as they were decided. */
  static List<String> vagueWords(Source source) {
    String path = source.path().toString();
    boolean judged =
        (path.contains("src/main/") && path.matches(".*\\.(?:java|yaml|properties)"))
            || (path.endsWith(".md") && !path.startsWith("docs/adr"));
    return !judged
        ? List.of()
        : each(
            source,
            line -> {
              Matcher word = VAGUE_WORD.matcher(VAGUE_ALLOWED.matcher(line).replaceAll(""));
              return word.find() ? word.group() + " (expected: who acts)" : "";
            });
  }

  static List<String> machinePaths(Source source) {
    return each(
        source,
        line -> {
          Matcher path = MACHINE_PATH.matcher(line);
          return path.find() ? "a path of one machine: " + path.group() : "";
        });
  }

  private interface LineRule {
    /** What is wrong, or nothing. */
    String look(String line);
  }

  private static List<String> each(Source source, LineRule rule) {
    var findings = new ArrayList<String>();
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      String wrong = rule.look(lines.get(i));
      if (!wrong.isEmpty()) {
        findings.add(source.finding(i + 1, wrong));
      }
    }
    return findings;
  }
}
