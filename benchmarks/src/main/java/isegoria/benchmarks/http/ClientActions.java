package isegoria.benchmarks.http;

import isegoria.benchmarks.ladder.ExpectedFeeds;
import isegoria.benchmarks.ladder.Pages;
import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.client.UnexpectedAnswer;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What people of a town do over HTTP, each once: who is refused was not served. */
final class ClientActions {
  private final Population population;
  private final Collection<Posted> posted = new ConcurrentLinkedQueue<>();

  private record Posted(long id, int author) {}

  ClientActions(Population population) {
    this.population = population;
  }

  /** The id of a new post. */
  String post(int author) {
    String text = "Measured " + ThreadLocalRandom.current().nextInt();
    String id = send(population.person(author).publishing(text, "public", null)).id();
    posted.add(new Posted(Long.parseLong(id), author));
    return id;
  }

  JsonNode home(Person reader, String cursor) {
    String path = "/api/v1/timelines/home?limit=" + Pages.PAGE_POSTS + cursor;
    return send(Call.get(path).as(reader.token())).json();
  }

  /** Ids of a reader's page, newest first. */
  long[] page(int reader, long olderThan) {
    String cursor = olderThan == Long.MAX_VALUE ? "" : "&max_id=" + olderThan;
    JsonNode page = home(population.person(reader), cursor);
    return IntStream.range(0, page.size())
        .mapToLong(at -> Long.parseLong(page.path(at).path("id").asString()))
        .toArray();
  }

  /** Whether a reader's home has a post. */
  boolean sees(Person reader, String id) {
    for (JsonNode post : home(reader, "&min_id=" + (Long.parseLong(id) - 1))) {
      if (post.path("id").asString().equals(id)) {
        return true;
      }
    }
    return false;
  }

  int anyAuthor() {
    return ThreadLocalRandom.current().nextInt(population.size());
  }

  int anyReader() {
    int[] readers = population.network().active();
    return readers[ThreadLocalRandom.current().nextInt(readers.length)];
  }

  /** The newest post's id; 0 before there is one. */
  long newest() {
    return posted.stream().mapToLong(Posted::id).max().orElse(0);
  }

  /** Everything that was posted, by rising ids; what pages must show follows from it. */
  ExpectedFeeds written() {
    var written = new ExpectedFeeds();
    posted.stream()
        .sorted(Comparator.comparingLong(Posted::id))
        .forEach(post -> written.add(post.id(), post.author()));
    return written;
  }

  private Answer send(Call call) {
    try {
      return population.person(0).api().send(call).expect(200);
    } catch (IOException e) {
      throw new UnexpectedAnswer(call + ": " + e, e);
    }
  }
}
