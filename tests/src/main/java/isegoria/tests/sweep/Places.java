package isegoria.tests.sweep;

import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.tests.sweep.Place.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which place a file of a system is: all of them are one, and none is left out. */
final class Places {
  /** A partition's directory, also while it is being deleted. */
  private static final Pattern PARTITION = Pattern.compile("(.+)-\\d+(\\..*)?");

  private static final Map<String, Topic> REGISTERED =
      Topics.all().stream().collect(Collectors.toMap(Topic::name, Function.identity()));

  private Places() {}

  /** The place of a file, given by its path below the system's directory. */
  static Place of(Path file) {
    String[] names = file.toString().split("/");
    String first = names[0];
    if (first.equals("kafka") && names.length > 3 && names[1].equals("log")) {
      Matcher partition = PARTITION.matcher(names[2]);
      return partition.matches() ? ofTopic(partition.group(1)) : other(file);
    }
    if (first.equals("cassandra")) {
      return ofCassandra(file, names);
    }
    if (first.equals("state") && names.length > 3) {
      return new Place(Kind.STATE, names[1] + store(names));
    }
    return switch (first) {
      case "logs" -> new Place(Kind.LOG, file.getFileName().toString());
      case "secrets" -> new Place(Kind.SECRETS, "");
      default -> other(file);
    };
  }

  static Place ofTopic(String name) {
    Topic topic = REGISTERED.get(name);
    if (topic != null) {
      return switch (topic.access()) {
        case OPEN -> new Place(Kind.OPEN_TOPIC, name);
        case RESTRICTED -> new Place(Kind.RESTRICTED_TOPIC, name);
        case INTERNAL -> new Place(Kind.INTERNAL_TOPIC, name);
      };
    }
    if (name.startsWith("__")) {
      return new Place(Kind.BROKER_TOPIC, name);
    }
    boolean streams = name.endsWith("-changelog") || name.endsWith("-repartition");
    return new Place(streams ? Kind.STREAMS_TOPIC : Kind.UNKNOWN_TOPIC, name);
  }

  private static Place ofCassandra(Path file, String[] names) {
    String text = file.toString();
    if (text.contains("/commitlog/") || text.contains("/cdc_raw/") || text.contains("/hints/")) {
      return new Place(Kind.COMMIT_LOG, "");
    }
    for (int at = 0; at + 2 < names.length; at++) {
      if (names[at].equals("data") && names.length > at + 3) {
        // A table's directory is its name and its id; an id has no hyphen.
        String table = names[at + 2].replaceFirst("-[0-9a-f]{32}$", "");
        return new Place(Kind.TABLE, names[at + 1] + "." + table);
      }
    }
    return other(file);
  }

  /** As in {@code /post-decider/aggregates}: a window store lies beside the other ones. */
  private static String store(String[] names) {
    if (names.length <= 6) {
      return names.length > 4 ? "/" + names[3] : "";
    }
    boolean isBelow = names[5].equals("rocksdb");
    return "/" + names[3] + "/" + (isBelow ? names[6] : names[5]);
  }

  private static Place other(Path file) {
    return new Place(Kind.OTHER, file.toString());
  }
}
