package isegoria.benchmarks.streams;

import isegoria.infra.DevSystem;
import isegoria.tests.client.Api;
import isegoria.tests.client.Person;
import isegoria.tests.platform.JvmMemory;
import isegoria.tests.platform.Running;
import isegoria.tests.platform.Systems;
import isegoria.tests.world.Imports;
import isegoria.tests.world.ParallelTasks;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Followers of one author open their homes' streams, and the author posts. */
public final class StreamsCost {
  private static final String GATEWAY = "gateway-0";
  private static final String TIMELINE = "timeline-0";
  private static final int AT_ONCE = 16;
  private static final int CALLS_MAX = 64;
  private static final int WARM_UP_POSTS = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(2);

  /** After this, what the openings left behind is gone. */
  private static final Duration REST = Duration.ofSeconds(5);

  private final Running running;
  private final Api api;
  private final Sizes sizes;
  private final Consumer<String> progress;
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();

  private StreamsCost(Running running, Api api, Sizes sizes, Consumer<String> progress) {
    this.running = running;
    this.api = api;
    this.sizes = sizes;
    this.progress = progress;
  }

  /**
   * How much.
   *
   * @param subscribers streams open at each step, rising
   * @param posts told at each step
   * @param pages of notifications that are read
   */
  public record Sizes(List<Integer> subscribers, int posts, int pages) {
    public Sizes {
      subscribers = List.copyOf(subscribers);
    }

    int people() {
      return subscribers.getLast();
    }
  }

  /**
   * What became of it.
   *
   * @param wrong what is not as it must be; empty when all is
   */
  public record Result(List<String> wrong, Map<String, Object> fields, String summary) {
    public boolean holds() {
      return wrong.isEmpty();
    }

    public String line() {
      return "streams-cost: " + summary + (holds() ? "" : "; WRONG: " + String.join(", ", wrong));
    }
  }

  /** Starts a system of one of each service, and stops it. */
  public static Result run(String name, Sizes sizes, Consumer<String> progress) {
    String more = Integer.toString(sizes.people() + 100);
    try (DevSystem system =
        Systems.startForLoad(
            name,
            1,
            config ->
                config
                    .withArguments("gateway", "--isegoria.streams.max=" + more)
                    .withArguments(
                        "timeline", "--isegoria.timeline.streaming.streams-max=" + more))) {
      Running running = Running.of(system);
      try (var api = new Api(running.origin(), CALLS_MAX)) {
        return new StreamsCost(running, api, sizes, progress).measure();
      }
    }
  }

  private Result measure() {
    List<Person> people = enrol();
    Person author = people.getFirst();
    List<Person> followers = people.subList(1, people.size());
    progress.accept("streams-cost: %,d follow one".formatted(followers.size()));
    ParallelTasks.run(followers.size(), AT_ONCE, i -> followers.get(i).follow(author));
    notificationPages(author);
    try (var sockets = new EventSockets()) {
      posts(author, WARM_UP_POSTS, sockets, 0);
      double alone = posts(author, sizes.posts(), sockets, 0).cpuSeconds();
      for (int subscribers : sizes.subscribers()) {
        step(author, followers, sockets, subscribers, alone);
      }
      if (sockets.ended() > 0) {
        wrong.add("streams ended: " + sockets.ended());
      }
    }
    return new Result(wrong, fields, String.join("; ", parts));
  }

  private List<Person> enrol() {
    List<String> names =
        IntStream.rangeClosed(0, sizes.people()).mapToObj(i -> "listener" + i).toList();
    return Imports.people(running, api, names);
  }

  /** The author has as many notifications as followers, in groups. */
  private void notificationPages(Person author) {
    for (String version : List.of("v1", "v2")) {
      String path = "/api/" + version + "/notifications?limit=40";
      for (int i = 0; i < sizes.pages(); i++) {
        author.get(path);
      }
      double before = cpuSeconds();
      for (int i = 0; i < sizes.pages(); i++) {
        author.get(path);
      }
      double millis = (cpuSeconds() - before) * 1_000 / sizes.pages();
      fields.put("notification_page_" + version + "_cpu_ms", millis);
      tell("a page of notifications %s %.1f ms of processor".formatted(version, millis));
    }
  }

  private void step(
      Person author, List<Person> followers, EventSockets sockets, int subscribers, double alone) {
    JvmMemory gatewayBefore = memory(GATEWAY);
    JvmMemory timelineBefore = memory(TIMELINE);
    Map<String, Long> residentBefore = running.residentKibibytes();
    int already = sockets.opened();
    sockets.open(address(), followers.subList(already, subscribers));
    await(() -> sockets.opened() == subscribers, "streams opened");
    LockSupport.parkNanos(REST.toNanos());
    memory(subscribers - already, gatewayBefore, timelineBefore, subscribers);
    resident(subscribers - already, residentBefore, subscribers);
    boolean _ = posts(author, WARM_UP_POSTS, sockets, subscribers).isAll();
    Told told = posts(author, sizes.posts(), sockets, subscribers);
    double micros =
        Math.max(0, told.cpuSeconds() - alone) * 1e6 / ((double) sizes.posts() * subscribers);
    fields.put("cpu_us_per_event_at_" + subscribers, micros);
    fields.put("told_p50_ms_at_" + subscribers, told.millis(50));
    fields.put("told_max_ms_at_" + subscribers, told.millis(100));
    tell(
        "at %,d streams an event %.1f us of processor each, all heard after p50 %.0f max %.0f ms"
            .formatted(subscribers, micros, told.millis(50), told.millis(100)));
    if (!told.isAll()) {
      wrong.add("at %d streams: not all events heard".formatted(subscribers));
    }
  }

  private void memory(int opened, JvmMemory gateway, JvmMemory timeline, int subscribers) {
    JvmMemory gatewayNow = memory(GATEWAY);
    JvmMemory timelineNow = memory(TIMELINE);
    double ofGateway = gatewayNow.since(gateway) / 1e3 / opened;
    double ofTimeline = timelineNow.since(timeline) / 1e3 / opened;
    fields.put("gateway_kb_per_stream_at_" + subscribers, ofGateway);
    fields.put("timeline_kb_per_stream_at_" + subscribers, ofTimeline);
    fields.put("gateway_memory_at_" + subscribers, gatewayNow.toString());
    fields.put("timeline_memory_at_" + subscribers, timelineNow.toString());
    if (subscribers == sizes.people()) {
      tell(
          "a stream %.1f kB of heap and direct memory (gateway %.1f, timeline %.1f)"
              .formatted(ofGateway + ofTimeline, ofGateway, ofTimeline));
    }
  }

  /** What the processes hold more, uncollected heap included: buffers that no JVM counts, too. */
  private void resident(int opened, Map<String, Long> before, int subscribers) {
    Map<String, Long> now = running.residentKibibytes();
    for (String unit : List.of(GATEWAY, TIMELINE)) {
      double each = (double) (now.getOrDefault(unit, 0L) - before.getOrDefault(unit, 0L)) / opened;
      fields.put(unit + "_resident_kib_per_stream_at_" + subscribers, each);
    }
  }

  private JvmMemory memory(String unit) {
    return JvmMemory.afterCollection(running.unit(unit).pid());
  }

  /** What so many posts cost, and how long each took until all had heard it. */
  private record Told(double cpuSeconds, List<Long> sortedNanos, boolean isAll) {
    double millis(int percent) {
      int place = Math.min(sortedNanos.size() - 1, sortedNanos.size() * percent / 100);
      return sortedNanos.get(place) / 1e6;
    }
  }

  private Told posts(Person author, int count, EventSockets sockets, int subscribers) {
    double before = cpuSeconds();
    var nanos = new ArrayList<Long>(count);
    boolean isAll = true;
    for (int i = 0; i < count; i++) {
      long wanted = sockets.events() + subscribers;
      long start = System.nanoTime();
      author.publish("Post " + start);
      isAll &= awaited(() -> sockets.events() >= wanted);
      nanos.add(System.nanoTime() - start);
    }
    Collections.sort(nanos);
    return new Told(cpuSeconds() - before, nanos, isAll);
  }

  private double cpuSeconds() {
    Map<String, Double> seconds = running.cpuSeconds();
    return seconds.values().stream().mapToDouble(each -> each).sum();
  }

  private InetSocketAddress address() {
    URI origin = running.origin();
    return new InetSocketAddress(origin.getHost(), origin.getPort());
  }

  private void await(BooleanSupplier isSo, String what) {
    if (!awaited(isSo)) {
      throw new IllegalStateException(what + ": not after " + PATIENCE);
    }
  }

  private static boolean awaited(BooleanSupplier isSo) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return true;
  }

  private void tell(String part) {
    parts.add(part);
    progress.accept("streams-cost: " + part);
  }
}
