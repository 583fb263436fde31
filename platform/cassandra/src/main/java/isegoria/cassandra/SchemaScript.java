package isegoria.cassandra;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file {@code cassandra/NNN-name.cql} of the class path. A script that was applied is never
 * changed, only followed by another; each statement says {@code IF NOT EXISTS}, so that a script
 * that was cut off in the middle can run again.
 */
public record SchemaScript(String name, String text) {

  static final String FOLDER = "cassandra/";

  private static final Pattern NAME = Pattern.compile("\\d{3}-[a-z0-9-]+\\.cql");

  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\\n]*|//[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\$\\$.*?\\$\\$|;",
          Pattern.DOTALL);

  public SchemaScript {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("script: " + name + " (expected: NNN-name.cql)");
    }
  }

  /** Every script of the class path, in the order of the names. */
  public static List<SchemaScript> onClassPath(ClassLoader loader) {
    var names = new TreeSet<String>();
    try {
      for (URL folder : Collections.list(loader.getResources(FOLDER))) {
        names.addAll(names(folder));
      }
      var scripts = new ArrayList<SchemaScript>();
      for (String name : names) {
        scripts.add(new SchemaScript(name, text(loader, name)));
      }
      return List.copyOf(scripts);
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException("scripts of " + FOLDER + " cannot be read", unreadable);
    }
  }

  /** The statements, without comments and without the semicolons between them. */
  public List<String> statements() {
    var statements = new ArrayList<String>();
    var current = new StringBuilder();
    var token = TOKEN.matcher(text);
    int from = 0;
    while (token.find()) {
      current.append(text, from, token.start());
      from = token.end();
      String found = token.group();
      if (found.equals(";")) {
        finish(current, statements);
      } else if (found.startsWith("--") || found.startsWith("//") || found.startsWith("/*")) {
        current.append(' ');
      } else {
        current.append(found);
      }
    }
    current.append(text, from, text.length());
    finish(current, statements);
    return List.copyOf(statements);
  }

  /** Of the statements only: a comment may be put right after the script was applied. */
  String checksum() {
    try {
      byte[] statements = String.join(";", statements()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(statements));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static void finish(StringBuilder current, List<String> statements) {
    String statement = current.toString().strip();
    if (!statement.isEmpty()) {
      statements.add(statement);
    }
    current.setLength(0);
  }

  private static Collection<String> names(URL folder) throws IOException, URISyntaxException {
    if (folder.openConnection() instanceof JarURLConnection jar) {
      // Boot's nested jars answer here as well; the file may be cached, so it stays open.
      String entry = jar.getEntryName();
      return jar.getJarFile().stream()
          .map(file -> file.getName())
          .filter(file -> entry != null && file.startsWith(entry))
          .map(file -> file.substring(FOLDER.length()))
          .filter(file -> NAME.matcher(file).matches())
          .toList();
    }
    if (!folder.getProtocol().equals("file")) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> NAME.matcher(file).matches())
          .toList();
    }
  }

  private static String text(ClassLoader loader, String name) throws IOException {
    try (InputStream in = loader.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IOException(FOLDER + name + " is listed but not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
