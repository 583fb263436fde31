package isegoria.api.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * A set of scopes as an app asked for or a token holds. A parent grants its children: {@code read}
 * is enough where {@code read:statuses} is needed; {@code follow} stands for reading and writing
 * blocks, follows and mutes.
 */
public record Scopes(List<String> names) {

  private static final List<String> ADMIN_THINGS =
      List.of(
          "accounts",
          "reports",
          "domain_allows",
          "domain_blocks",
          "ip_blocks",
          "email_domain_blocks",
          "canonical_email_blocks");

  private static final List<String> FOLLOW_THINGS = List.of("blocks", "follows", "mutes");

  private static final List<String> READ_THINGS =
      List.of(
          "accounts",
          "blocks",
          "bookmarks",
          "collections",
          "favourites",
          "filters",
          "follows",
          "lists",
          "mutes",
          "notifications",
          "search",
          "statuses");

  private static final List<String> WRITE_THINGS =
      List.of(
          "accounts",
          "blocks",
          "bookmarks",
          "collections",
          "conversations",
          "favourites",
          "filters",
          "follows",
          "lists",
          "media",
          "mutes",
          "notifications",
          "reports",
          "statuses");

  /** Every scope there is, as the metadata document lists them. */
  public static final List<String> SUPPORTED = supported();

  /** What an app or a request gets that names none. */
  public static final Scopes READ = new Scopes(List.of("read"));

  /** A longer list asks for something twice. */
  private static final int NAMES_MAX = 100;

  public Scopes {
    names = List.copyOf(names);
  }

  /** Names parted by white space; empty where one is unknown. No name at all gives no scopes. */
  public static Optional<Scopes> parse(String raw) {
    String[] words = raw.strip().split("\\s+", NAMES_MAX + 1);
    if (words.length > NAMES_MAX) {
      return Optional.empty();
    }
    SequencedSet<String> names = new LinkedHashSet<>(Arrays.asList(words));
    names.remove("");
    return SUPPORTED.containsAll(names)
        ? Optional.of(new Scopes(List.copyOf(names)))
        : Optional.empty();
  }

  /** Whether these scopes are enough for an endpoint that needs this one. */
  public boolean grants(String needed) {
    return names.contains(needed) || names.stream().anyMatch(held -> includes(held, needed));
  }

  public boolean grantsAny(String... needed) {
    return Arrays.stream(needed).anyMatch(this::grants);
  }

  /** Whether everything the others allow is allowed by these: a token asks no more than its app. */
  public boolean cover(Scopes others) {
    return others.names.stream()
        .allMatch(name -> grants(name) || (name.equals("follow") && coverFollow()));
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  @Override
  public String toString() {
    return String.join(" ", names);
  }

  private boolean coverFollow() {
    return followed().allMatch(this::grants);
  }

  private static boolean includes(String held, String needed) {
    return held.equals("follow")
        ? followed().anyMatch(needed::equals)
        : needed.startsWith(held) && needed.startsWith(":", held.length());
  }

  private static Stream<String> followed() {
    return Stream.of("read:", "write:").flatMap(of -> FOLLOW_THINGS.stream().map(of::concat));
  }

  private static List<String> supported() {
    var all = new ArrayList<String>();
    all.add("profile");
    family(all, "read", READ_THINGS);
    family(all, "write", WRITE_THINGS);
    all.add("follow");
    all.add("push");
    family(all, "admin:read", ADMIN_THINGS);
    family(all, "admin:write", ADMIN_THINGS);
    return List.copyOf(all);
  }

  private static void family(List<String> all, String parent, List<String> things) {
    all.add(parent);
    things.forEach(thing -> all.add(parent + ":" + thing));
  }
}
