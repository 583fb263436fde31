package isegoria.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs, on disk: the launcher and every process with its pid, start time and ports. A pid that
 * another process got since has another start time.
 */
final class RunFile {
  private static final JsonMapper JSON = new JsonMapper();

  private RunFile() {}

  /** One process. */
  record Entry(String name, long pid, long startedAtMillis, int port, String directory) {
    Optional<ProcessHandle> alive() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(handle -> startedAtMillis(handle) == startedAtMillis);
    }

    static Entry of(String name, ProcessHandle handle, int port, Path directory) {
      return new Entry(name, handle.pid(), startedAtMillis(handle), port, directory.toString());
    }

    private static long startedAtMillis(ProcessHandle handle) {
      return handle.info().startInstant().map(at -> at.toEpochMilli()).orElse(0L);
    }
  }

  /** The launcher first, then its children. */
  record Content(String origin, List<Entry> entries) {
    Content {
      entries = List.copyOf(entries);
    }

    Optional<ProcessHandle> launcher() {
      return entries.stream()
          .filter(entry -> entry.name().equals("launcher"))
          .flatMap(entry -> entry.alive().stream())
          .findFirst();
    }
  }

  static void write(Path file, Content content) {
    var processes = new ArrayList<Map<String, Object>>();
    for (Entry entry : content.entries()) {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("name", entry.name());
      fields.put("pid", entry.pid());
      fields.put("started_at_millis", entry.startedAtMillis());
      fields.put("port", entry.port());
      fields.put("directory", entry.directory());
      processes.add(fields);
    }
    var all = new LinkedHashMap<String, Object>();
    all.put("origin", content.origin());
    all.put("processes", processes);
    try {
      Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
      Files.writeString(
          unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
      Files.move(unfinished, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<Content> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode all = JSON.readTree(file.toFile());
    var entries = new ArrayList<Entry>();
    for (JsonNode node : all.path("processes")) {
      entries.add(
          new Entry(
              node.path("name").asString(),
              node.path("pid").asLong(),
              node.path("started_at_millis").asLong(),
              node.path("port").asInt(),
              node.path("directory").asString()));
    }
    return Optional.of(new Content(all.path("origin").asString(), entries));
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
