package isegoria.timeline.streaming.read;

import isegoria.api.text.Hashtag;
import isegoria.timeline.feed.read.live.StreamKey;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a client listens to, under the name that it used.
 *
 * @param name of the tag as the client wrote it, or the id of the list; else empty
 */
public record Channel(Kind kind, boolean onlyMedia, String name) implements Asked {

  /** The scopes that tokens need for channels. */
  public static final String STATUSES = "read:statuses";

  public static final String NOTIFICATIONS = "read:notifications";

  /** What there is to listen to. There is one server: what is local is everything. */
  public enum Kind {
    USER("user"),
    NOTIFICATIONS("user:notification"),
    PUBLIC("public"),
    PUBLIC_LOCAL("public:local"),
    PUBLIC_REMOTE("public:remote"),
    HASHTAG("hashtag"),
    HASHTAG_LOCAL("hashtag:local"),
    LIST("list"),
    DIRECT("direct");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    static @Nullable Kind of(String word) {
      return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst().orElse(null);
    }

    boolean isPublic() {
      return this == PUBLIC || this == PUBLIC_LOCAL || this == PUBLIC_REMOTE;
    }
  }

  /** The name by which events of the channel go, as the client asked for it. */
  public List<String> label() {
    String word = onlyMedia ? kind.word + MEDIA : kind.word;
    return name.isEmpty() ? List.of(word) : List.of(word, name);
  }

  /** The scope that a token needs for it. */
  public String scope() {
    return kind == Kind.NOTIFICATIONS ? NOTIFICATIONS : STATUSES;
  }

  /**
   * What it hears of.
   *
   * @param readsNotifications whether the token may read notifications too
   */
  public List<StreamKey> keys(long account, boolean readsNotifications) {
    return switch (kind) {
      case USER ->
          readsNotifications
              ? List.of(new StreamKey.Home(account), new StreamKey.Notifications(account))
              : List.of(new StreamKey.Home(account));
      case NOTIFICATIONS -> List.of(new StreamKey.Notifications(account));
      case PUBLIC, PUBLIC_LOCAL -> List.of(new StreamKey.Public());
      case PUBLIC_REMOTE -> List.of();
      case HASHTAG, HASHTAG_LOCAL -> List.of(new StreamKey.Tag(Hashtag.nameOf(name)));
      case LIST -> List.of(new StreamKey.OfList(Long.parseLong(name)));
      case DIRECT -> List.of(new StreamKey.Conversations(account));
    };
  }
}
