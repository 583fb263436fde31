package isegoria.edge;

import isegoria.api.paging.Page;
import isegoria.api.paging.PageLimit;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request says, wherever and however it says it: query, form, multipart or JSON, in the
 * syntax that Rails made usual. One view of all, because clients mix them freely.
 *
 * <p>A name may be a path: {@code params.text("source[privacy]")}. JSON null is absent. What is not
 * asked for is ignored; a value of the wrong kind is 400.
 */
public final class Params {

  /** Nothing was sent. */
  public static final Params EMPTY = new Params(new Param.Fields(), Map.of());

  private static final Set<String> TRUE = Set.of("true", "1", "on", "yes", "t", "y");

  private static final Set<String> FALSE = Set.of("false", "0", "off", "no", "f", "n");

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");

  private static final Pattern ID = Pattern.compile("[1-9]\\d{0,18}");

  private final Param.Fields fields;
  private final Map<String, Upload> uploads;

  /** The first segments of the names that the resource asked for. */
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  Params(Param.Fields fields, Map<String, Upload> uploads) {
    this.fields = fields;
    this.uploads = uploads;
  }

  /** What a form or a query says. */
  public static Params ofForm(String form) {
    return ParamReader.ofForm(form);
  }

  /** What a JSON object says. */
  public static Params ofJson(String json) {
    return ParamReader.ofJson(json);
  }

  /**
   * What of a request's query its resource asked for so far, as it was spelled: the same request
   * with other cursors needs no more, and what the resource does not read is not repeated in a
   * header.
   */
  public static Map<String, List<String>> heeded(HttpServletRequest request) {
    Set<String> asked = ParamReader.of(request).asked;
    Map<String, List<String>> heeded = new LinkedHashMap<>();
    ParamReader.pairs(
        request.getQueryString(),
        (name, value) -> {
          if (asked.contains(ParamNames.segments(name).getFirst())) {
            heeded.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
          }
        });
    return heeded;
  }

  /** Whether anything was sent under this name, be it empty. */
  public boolean has(String name) {
    return at(name) != null || uploads.containsKey(name);
  }

  /** As it was sent, or null when absent; an empty text is a text. */
  public @Nullable String text(String name) {
    return switch (at(name)) {
      case Param.Text text -> text.value();
      case Param.Many many
          when many.repeated() && many.values().getLast() instanceof Param.Text t ->
          t.value();
      case null -> {
        if (uploads.containsKey(name)) {
          throw ApiException.wrong(name, "a text");
        }
        yield null;
      }
      default -> throw ApiException.wrong(name, "a text");
    };
  }

  /** As it was sent, or the alternative when absent. */
  public String text(String name, String alternative) {
    String text = text(name);
    return text == null ? alternative : text;
  }

  /** As it was sent; throws 400 when absent or blank. */
  public String required(String name) {
    String text = text(name);
    if (text == null || text.isBlank()) {
      throw ApiException.missing(name);
    }
    return text;
  }

  /** Yes or no in any of the usual forms; the alternative when absent or empty. */
  public boolean flag(String name, boolean alternative) {
    Boolean flag = flag(name);
    return flag == null ? alternative : flag;
  }

  /** Yes or no in any of the usual forms; null when absent or empty. */
  public @Nullable Boolean flag(String name) {
    String text = text(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (TRUE.contains(word)) {
      return true;
    }
    if (FALSE.contains(word)) {
      return false;
    }
    throw ApiException.wrong(name, "true or false");
  }

  /** Null when absent or empty. */
  public @Nullable Long integer(String name) {
    String text = text(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!INTEGER.matcher(text.strip()).matches()) {
      throw ApiException.wrong(name, "a whole number");
    }
    return Long.valueOf(text.strip());
  }

  public long integer(String name, long alternative) {
    Long integer = integer(name);
    return integer == null ? alternative : integer;
  }

  /** {@code a[]=1&a[]=2}, {@code a[0]=1}, {@code a=1} and a JSON array; without what is empty. */
  public List<String> list(String name) {
    var texts = new ArrayList<String>();
    for (Param element : elements(name)) {
      if (!(element instanceof Param.Text text)) {
        throw ApiException.wrong(name, "a list of texts");
      }
      if (!text.value().isEmpty()) {
        texts.add(text.value());
      }
    }
    return List.copyOf(texts);
  }

  /** A list of objects: a JSON array, {@code a[][k]=v}, or an object by index. */
  public List<Params> maps(String name) {
    var maps = new ArrayList<Params>();
    for (Param element : elements(name)) {
      if (!(element instanceof Param.Fields of)) {
        throw ApiException.wrong(name, "a list of objects");
      }
      maps.add(new Params(of, Map.of()));
    }
    return List.copyOf(maps);
  }

  /** One object; an empty one when absent. */
  public Params map(String name) {
    return switch (at(name)) {
      case Param.Fields of -> new Params(of, Map.of());
      case null -> EMPTY;
      default -> throw ApiException.wrong(name, "an object");
    };
  }

  /** The names at this level, in the order in which they came. */
  public Set<String> names() {
    return Set.copyOf(fields.values().keySet());
  }

  /** A file of a multipart body, or null. */
  public @Nullable Upload file(String name) {
    Upload upload = uploads.get(name);
    if (upload == null && at(name) instanceof Param.Text text && !text.value().isEmpty()) {
      throw ApiException.wrong(name, "a file");
    }
    return upload;
  }

  /** Null when absent or empty; throws 404 for what cannot be an id. */
  public @Nullable AccountId accountId(String name) {
    String text = text(name);
    return text == null || text.isEmpty() ? null : new AccountId(id(text));
  }

  /** Null when absent or empty; throws 404 for what cannot be an id. */
  public @Nullable PostId postId(String name) {
    String text = text(name);
    return text == null || text.isEmpty() ? null : new PostId(id(text));
  }

  /** Without what cannot be an id: such accounts do not exist. */
  public List<AccountId> accountIds(String name) {
    return list(name).stream().filter(Params::isId).map(AccountId::of).distinct().toList();
  }

  /** Without what cannot be an id: such posts do not exist. */
  public List<PostId> postIds(String name) {
    return list(name).stream()
        .filter(Params::isId)
        .map(text -> new PostId(Long.parseLong(text)))
        .distinct()
        .toList();
  }

  /** The page that the four usual parameters of paging ask for. */
  public Page page(PageLimit limits) {
    return Page.of(limits, text("limit"), text("max_id"), text("since_id"), text("min_id"));
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches()
        && (text.length() < 19 || text.compareTo("9223372036854775807") <= 0);
  }

  /** The number of an id; throws 404 for what cannot be one. */
  public static long id(String text) {
    if (!isId(text)) {
      throw ApiException.notFound();
    }
    return Long.parseLong(text);
  }

  /** Only the names: values are people's own. */
  @Override
  public String toString() {
    return fields.values().keySet().toString();
  }

  private List<Param> elements(String name) {
    return switch (at(name)) {
      case Param.Text text -> List.of(text);
      case Param.Many many -> many.values();
      case Param.Fields of -> {
        List<Param> indexed = of.indexed();
        if (indexed == null) {
          throw ApiException.wrong(name, "a list");
        }
        yield indexed;
      }
      case null -> List.of();
    };
  }

  private @Nullable Param at(String name) {
    List<String> segments = ParamNames.segments(name);
    asked.add(segments.getFirst());
    return fields.at(segments);
  }
}
