package isegoria.timeline.streaming.read;

import isegoria.api.text.Hashtag;
import isegoria.timeline.streaming.read.Channel.Kind;
import org.jspecify.annotations.Nullable;

/** What a client asked to listen to: a channel, or why there is none of that name. */
public sealed interface Asked permits Channel, Asked.Refused {

  /** Why not, in the words and the status that clients know. */
  record Refused(String error, int status) implements Asked {
    public static final Refused UNKNOWN = new Refused("Unknown stream type", 400);
    public static final Refused NO_TAG = new Refused("Missing tag name parameter", 400);
    public static final Refused LONG_TAG = new Refused("Tag name is too long", 400);
    public static final Refused NO_LIST = new Refused("Missing list name parameter", 400);
    public static final Refused NOT_THAT_LIST =
        new Refused("Not authorized to stream this list", 401);
    public static final Refused SCOPE_MISSING =
        new Refused("Access token does not have the required scopes", 401);
    public static final Refused TOO_MANY = new Refused("Too many streams on one connection", 429);
  }

  /** The end of a name that asks for posts with media alone. */
  String MEDIA = ":media";

  /** Digits of the largest id. */
  int ID_DIGITS_MAX = 19;

  /** Reads the name of a stream and what goes with it. */
  static Asked of(@Nullable String stream, @Nullable String tag, @Nullable String list) {
    if (stream == null) {
      return Refused.UNKNOWN;
    }
    boolean onlyMedia = stream.endsWith(MEDIA);
    String word = onlyMedia ? stream.substring(0, stream.length() - MEDIA.length()) : stream;
    Kind kind = Kind.of(word);
    if (kind == null || (onlyMedia && !kind.isPublic())) {
      return Refused.UNKNOWN;
    }
    return switch (kind) {
      case HASHTAG, HASHTAG_LOCAL -> tagged(kind, tag);
      case LIST -> listed(list);
      default -> new Channel(kind, onlyMedia, "");
    };
  }

  private static Asked tagged(Kind kind, @Nullable String tag) {
    if (tag == null || Hashtag.nameOf(tag).isBlank()) {
      return Refused.NO_TAG;
    }
    return tag.length() > Hashtag.CHARACTERS_MAX ? Refused.LONG_TAG : new Channel(kind, false, tag);
  }

  private static Asked listed(@Nullable String list) {
    if (list == null || list.isBlank()) {
      return Refused.NO_LIST;
    }
    boolean isId =
        list.length() < ID_DIGITS_MAX && list.chars().allMatch(c -> c >= '0' && c <= '9');
    return isId ? new Channel(Kind.LIST, false, list) : Refused.NOT_THAT_LIST;
  }
}
