package isegoria.tests.live;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client has in its window that shows nothing but what a stream told and what it loaded when
 * it came again: posts and boosts with their words, and groups of notifications.
 */
final class Folded {
  /** Who follows whom changes before streams open, and with blocks. */
  private static final Set<String> COMPARED = Set.of("favourite", "reblog", "mention");

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<Long, Shown> posts = new HashMap<>();
  private final Map<Long, Shown> ever = new HashMap<>();
  private final Set<Long> deleted = new HashSet<>();
  private final Set<String> groups = new HashSet<>();
  private long newest;
  private int events;

  /**
   * A post or boost.
   *
   * @param accounts who posted, and who boosted
   * @param original the post; a boost has it too
   */
  record Shown(String words, Set<String> accounts, long original, boolean isBoost) {
    static Shown of(JsonNode post) {
      JsonNode boosted = post.path("reblog");
      boolean isBoost = boosted.isObject();
      JsonNode original = isBoost ? boosted : post;
      return new Shown(
          // What is edited later, a client knows by the post's own event.
          isBoost ? "" : post.path("content").asString(),
          Stream.of(post, original)
              .map(each -> each.at("/account/id").asString())
              .collect(Collectors.toUnmodifiableSet()),
          Long.parseLong(original.path("id").asString()),
          isBoost);
    }
  }

  /** Takes the next event of the stream. */
  void told(String event, String payload) {
    events++;
    switch (event) {
      case "update" -> shown(JSON.readTree(payload));
      case "status.update" -> edited(JSON.readTree(payload));
      case "delete" -> {
        deleted.add(Long.parseLong(payload));
        posts.remove(Long.parseLong(payload));
      }
      case "notification" -> notified(JSON.readTree(payload));
      default -> {
        // What a later server tells besides.
      }
    }
  }

  /** A post of a page or an event; one that is deleted stays so: the page may be older. */
  void shown(JsonNode post) {
    long id = Long.parseLong(post.path("id").asString());
    Shown shown = Shown.of(post);
    newest = Math.max(newest, id);
    ever.put(id, shown);
    if (!deleted.contains(id)) {
      posts.put(id, shown);
    }
  }

  private void edited(JsonNode post) {
    long id = Long.parseLong(post.path("id").asString());
    posts.computeIfPresent(id, (_, _) -> Shown.of(post));
  }

  /** A notification of a page or an event: its group, where other people's acts are in it. */
  void notified(JsonNode notification) {
    if (COMPARED.contains(notification.path("type").asString())) {
      groups.add(notification.path("group_key").asString());
    }
  }

  long newest() {
    return newest;
  }

  int events() {
    return events;
  }

  Set<String> groups() {
    return Set.copyOf(groups);
  }

  /** The posts and boosts by id, without those by some. */
  Map<Long, Shown> postsWithout(Set<String> hidden) {
    var left = new HashMap<>(posts);
    left.values().removeIf(post -> !Collections.disjoint(post.accounts(), hidden));
    return left;
  }

  /**
   * How many came that are by accounts which were hidden when they were made.
   *
   * @param hiddenSince milliseconds since 1970, by account
   */
  int leaked(Map<String, Long> hiddenSince) {
    return (int)
        ever.entrySet().stream()
            .filter(entry ->
                entry.getValue().accounts().stream()
                    .anyMatch(account ->
                        entry.getKey() >> 16 > hiddenSince.getOrDefault(account, Long.MAX_VALUE)))
            .count();
  }
}
