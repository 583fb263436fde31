package isegoria.tests.overload;

import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.world.ParallelTasks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads every acknowledged write again, as its writer, and counts what is not there. */
final class ReadBack {
  private static final int BATCH = 20;
  private static final int AT_ONCE_MAX = 8;

  private final Api api;

  ReadBack(Api api) {
    this.api = api;
  }

  /** Writes of one person that one request reads. */
  private record Batch(Person by, List<String> posts, boolean favourites) {}

  int lost(Collection<Sent> all) {
    Map<Person, Set<String>> published = new LinkedHashMap<>();
    Map<Person, Set<String>> favourited = new LinkedHashMap<>();
    for (Sent sent : all) {
      if (sent.isSuccess()) {
        switch (sent.step()) {
          case Step.Publish(Person by, Call _) -> add(published, by, sent.post());
          case Step.Favourite(Person by, String post, Call _) -> add(favourited, by, post);
          case Step.Home _ -> {}
        }
      }
    }
    var batches = new ArrayList<Batch>();
    published.forEach((by, posts) -> cut(by, posts, false, batches));
    favourited.forEach((by, posts) -> cut(by, posts, true, batches));
    var lost = new AtomicInteger();
    ParallelTasks.run(batches.size(), AT_ONCE_MAX, each -> lost.addAndGet(lost(batches.get(each))));
    return lost.get();
  }

  private static void add(Map<Person, Set<String>> writes, Person by, String post) {
    writes.computeIfAbsent(by, person -> new LinkedHashSet<>()).add(post);
  }

  private static void cut(Person by, Set<String> posts, boolean favourites, List<Batch> batches) {
    List<String> all = List.copyOf(posts);
    for (int from = 0; from < all.size(); from += BATCH) {
      List<String> some = all.subList(from, Math.min(all.size(), from + BATCH));
      batches.add(new Batch(by, some, favourites));
    }
  }

  private int lost(Batch batch) {
    String query =
        batch.posts().stream().map(post -> "id[]=" + post).collect(Collectors.joining("&"));
    JsonNode found = api.ok(Call.get("/api/v1/statuses?" + query).as(batch.by().token())).json();
    var missing = new HashSet<>(batch.posts());
    for (JsonNode post : found) {
      if (!batch.favourites() || post.path("favourited").asBoolean(false)) {
        missing.remove(post.path("id").asString(""));
      }
    }
    missing.forEach(post ->
        System.out.printf(
            "overload: lost: %s of %s by %s%n",
            batch.favourites() ? "favourite" : "post", post, batch.by().name()));
    return missing.size();
  }
}
