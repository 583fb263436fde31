package isegoria.tests.sweep;

/**
 * Where bytes are, as the rules speak of it: {@code open topic post.states.v1}, {@code table
 * account.credential}.
 */
public record Place(Kind kind, String name) implements Comparable<Place> {

  /** What sort of place. */
  public enum Kind {
    OPEN_TOPIC("open topic"),
    RESTRICTED_TOPIC("restricted topic"),
    INTERNAL_TOPIC("internal topic"),
    /** Changelogs and repartitions of Streams apps: internal, made by the apps. */
    STREAMS_TOPIC("streams topic"),
    /** The broker's own: offsets, transactions, metadata. */
    BROKER_TOPIC("broker topic"),
    UNKNOWN_TOPIC("unknown topic"),
    TABLE("table"),
    COMMIT_LOG("commit log"),
    /** RocksDB below a service's state directory. */
    STATE("state"),
    LOG("log"),
    METRICS("metrics page"),
    COMMAND_LINE("command line"),
    SECRETS("secrets"),
    OTHER("file");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    boolean isTopic() {
      return words.endsWith("topic");
    }
  }

  @Override
  public int compareTo(Place other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? name.compareTo(other.name) : byKind;
  }

  @Override
  public String toString() {
    return name.isEmpty() ? kind.words : kind.words + " " + name;
  }
}
