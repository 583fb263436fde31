package isegoria.edge;

import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.kafka.BadRecord;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.TopicReader;
import isegoria.eventsourcing.read.SharedProgress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where an operator sees the records that this instance could not decode, has those tried again
 * that pause a view, or skips one. A skip holds for all instances, and for ever.
 */
@RestController
@RequestMapping("/internal/operator/views")
public final class ViewsResource {

  /** What an operator says in one sentence; it is kept for ever. */
  static final int REASON_LENGTH_MAX = 500;

  /** How long a skip waits until the broker has stored it, in seconds. */
  private static final int STORED_SECONDS_MAX = 10;

  private final Supplier<List<TopicReader>> readers;
  private final Supplier<List<ViewConsumer>> views;
  private final Supplier<List<SharedProgress>> progress;
  private final Clock clock;

  ViewsResource(
      Supplier<List<TopicReader>> readers,
      Supplier<List<ViewConsumer>> views,
      Supplier<List<SharedProgress>> progress,
      Clock clock) {
    this.readers = readers;
    this.views = views;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * What stands out of this instance's readers, and what has been skipped by any.
   *
   * @param unhealthy readers that are not ready, or whose thread has ended
   * @param degrading records that pause a partition, or whose key's value is an older one
   */
  public record State(
      List<String> unhealthy, List<BadRecord> degrading, List<SharedProgress.Skip> skipped) {}

  /** Which record to skip, and why. */
  public record SkipRequest(String view, String topic, int partition, long offset, String reason) {}

  @GetMapping
  public State show() {
    return new State(
        readers.get().stream().filter(each -> !each.healthy()).map(TopicReader::name).toList(),
        readers.get().stream()
            .flatMap(each -> each.badRecords().stream())
            .map(BadRecords::degrading)
            .flatMap(List::stream)
            .toList(),
        progress.get().stream().flatMap(each -> each.skips().stream()).toList());
  }

  /** Has every record tried again before which this instance's share of a view is paused. */
  @PostMapping("/retry")
  public Map<String, Integer> retry() {
    int paused = 0;
    for (ViewConsumer view : views.get()) {
      paused += degrading(view).size();
      view.retry();
    }
    return Map.of("retried", paused);
  }

  /** Skips a record before which this instance is paused; 404 when it is not. */
  @PostMapping("/skip")
  public BadRecord skip(@RequestBody SkipRequest wanted) throws InterruptedException {
    String reason = wanted.reason() == null ? "" : wanted.reason().strip();
    if (reason.isEmpty() || reason.length() > REASON_LENGTH_MAX) {
      throw ApiException.wrong("reason", "1 to " + REASON_LENGTH_MAX + " characters");
    }
    for (ViewConsumer view : views.get()) {
      for (BadRecord bad : degrading(view)) {
        if (isWanted(bad, wanted)) {
          skip(view, bad, reason);
          return bad;
        }
      }
    }
    throw ApiException.notFound();
  }

  private void skip(ViewConsumer view, BadRecord bad, String reason) throws InterruptedException {
    try {
      view.skip(bad, reason, clock.instant())
          .toCompletableFuture()
          .get(STORED_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException unknown) {
      throw ApiException.unavailable();
    }
  }

  private static List<BadRecord> degrading(ViewConsumer view) {
    return view.badRecords().map(BadRecords::degrading).orElse(List.of());
  }

  private static boolean isWanted(BadRecord bad, SkipRequest wanted) {
    return bad.reader().equals(wanted.view())
        && bad.topic().equals(wanted.topic())
        && bad.partition() == wanted.partition()
        && bad.offset() == wanted.offset();
  }
}
