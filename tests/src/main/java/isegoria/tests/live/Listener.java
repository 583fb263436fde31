package isegoria.tests.live;

import isegoria.tests.client.Api;
import isegoria.tests.client.LiveStream;
import isegoria.tests.client.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that opens one socket for a person's home, notifications and perhaps a list, comes again
 * when it ends, and then loads once what is newer than what it has.
 */
final class Listener implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration AGAIN_AFTER = Duration.ofMillis(300);

  /**
   * An id holds milliseconds above its lowest sixteen bits; posts of a moment come in any order.
   */
  private static final long OVERLAP = 5_000L << 16;

  private final Person person;
  private final @Nullable String list;

  private final Folded home = new Folded();
  private final Folded ofList = new Folded();
  private final Folded notifications = new Folded();
  private final Thread thread;
  private int connections;
  private volatile boolean isCurrent;
  private volatile boolean stopped;

  Listener(Person person, @Nullable String list) {
    this.person = person;
    this.list = list;
    this.thread = Thread.ofVirtual().start(this::listen);
  }

  /** Whether its stream is open and what came before is loaded. */
  boolean isCurrent() {
    return isCurrent;
  }

  private void listen() {
    while (!stopped) {
      try (LiveStream stream = LiveStream.byProtocol(person, "?stream=user")) {
        if (list != null) {
          stream.say("{\"type\":\"subscribe\",\"stream\":\"list\",\"list\":\"" + list + "\"}");
        }
        connections++;
        refresh();
        isCurrent = true;
        hear(stream);
      } catch (RuntimeException refused) {
        // The instance that was asked is away: the next attempt asks another.
      }
      isCurrent = false;
      LockSupport.parkNanos(AGAIN_AFTER.toNanos());
    }
  }

  /** Until the stream ends. */
  private void hear(LiveStream stream) {
    while (!stopped) {
      String frame = stream.poll(LOOK);
      if (frame == null) {
        continue;
      }
      if (!frame.startsWith("{")) {
        return;
      }
      told(JSON.readTree(frame));
    }
  }

  private synchronized void told(JsonNode frame) {
    String event = frame.path("event").asString();
    String payload = frame.path("payload").asString();
    if (event.equals("notification")) {
      notifications.told(event, payload);
    } else if (frame.path("stream").path(0).asString().equals("list")) {
      ofList.told(event, payload);
    } else {
      home.told(event, payload);
    }
  }

  private void refresh() {
    refresh("/api/v1/timelines/home", home);
    if (list != null) {
      refresh("/api/v1/timelines/list/" + list, ofList);
    }
    for (JsonNode group : groups(person)) {
      synchronized (this) {
        notifications.notified(group);
      }
    }
  }

  private void refresh(String path, Folded folded) {
    String pages = path + "?limit=40&min_id=";
    long from = Math.max(0, folded.newest() - OVERLAP);
    List<JsonNode> page;
    do {
      page = person.get(pages + from).json().values().stream().toList();
      for (JsonNode post : page) {
        synchronized (this) {
          folded.shown(post);
        }
        from = Math.max(from, Long.parseLong(post.path("id").asString()));
      }
    } while (!page.isEmpty());
  }

  private static Iterable<JsonNode> groups(Person person) {
    return person.get("/api/v2/notifications?limit=80").json().path("notification_groups");
  }

  /**
   * How what it was told differs from the feeds as they are now.
   *
   * @param hiddenSince accounts of which it is shown nothing, and since when
   */
  Difference compare(Map<String, Long> hiddenSince) {
    Difference found = compare("/api/v1/timelines/home?limit=40", home, hiddenSince);
    if (list != null) {
      String path = "/api/v1/timelines/list/" + list + "?limit=40";
      found = found.plus(compare(path, ofList, hiddenSince));
    }
    var feed = new Folded();
    groups(person).forEach(feed::notified);
    synchronized (this) {
      return found.plus(Difference.ofGroups(feed.groups(), notifications.groups()));
    }
  }

  private Difference compare(String path, Folded folded, Map<String, Long> hiddenSince) {
    Map<Long, Folded.Shown> feed = new HashMap<>();
    person
        .api()
        .toTheEnd(path, person.token(), Api.PATIENCE)
        .forEach(post -> feed.put(Long.valueOf(post.path("id").asString()), Folded.Shown.of(post)));
    synchronized (this) {
      return Difference.ofPosts(feed, folded.postsWithout(hiddenSince.keySet()))
          .plus(Difference.ofLeaks(folded.leaked(hiddenSince)));
    }
  }

  synchronized int events() {
    return home.events() + ofList.events() + notifications.events();
  }

  int connections() {
    return connections;
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
