package isegoria.benchmarks.http;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.client.Unexpected;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** What people of a town do over HTTP, each once: who is refused was not served. */
record Acts(Town town) {
  static final int PAGE_POSTS = 20;

  /** The id of a new post. */
  String post(int author) {
    String text = "Measured " + ThreadLocalRandom.current().nextInt();
    return send(town.person(author).publishing(text, "public", null)).id();
  }

  JsonNode home(Person reader, String cursor) {
    String path = "/api/v1/timelines/home?limit=" + PAGE_POSTS + cursor;
    return send(Call.get(path).as(reader.token())).json();
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

  Person anyReader() {
    return town.person(ThreadLocalRandom.current().nextInt(town.readers()));
  }

  static long lastId(JsonNode page) {
    return page.path(page.size() - 1).path("id").asLong();
  }

  private Answer send(Call call) {
    try {
      return town.person(0).api().send(call).expect(200);
    } catch (IOException e) {
      throw new Unexpected(call + ": " + e, e);
    }
  }
}
