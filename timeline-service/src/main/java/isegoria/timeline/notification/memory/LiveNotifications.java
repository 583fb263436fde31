package isegoria.timeline.notification.memory;

import isegoria.eventsourcing.read.Barrier;
import isegoria.timeline.feed.memory.FactQueue;
import isegoria.timeline.feed.read.live.StreamEvents;
import isegoria.timeline.feed.read.live.StreamKey;
import isegoria.timeline.notification.read.ShownToStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Tells open streams of new notifications: once a list that is read shows one, as that list shows
 * it. What is hidden from lists is hidden from streams by the same rule. Accounts share a few
 * queues, so that one with many notifications holds up a part of the others only.
 */
public final class LiveNotifications implements AutoCloseable {

  private static final String EVENT = "notification";

  private static final int LANES = 4;

  /** In one lane: seconds of a large network, a few hundred kilobytes. */
  private static final int WAITING_MAX = 5_000;

  /** How long a lane waits for the view at a time. */
  private static final Duration VIEW_WAIT = Duration.ofSeconds(1);

  /** After these a notification is looked for again: its post comes by another topic. */
  private static final List<Duration> AGAIN =
      List.of(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(4));

  /** Notifications in one lane that wait for their posts. */
  private static final int POSTLESS_MAX = 1_000;

  /** Whether and how a recipient is shown a notification. */
  @FunctionalInterface
  public interface Render {
    ShownToStream of(long recipient, long id);
  }

  private final StreamEvents streams;
  private final Barrier barrier;
  private final String view;
  private final Render render;
  private final InstantSource clock;
  private final List<Lane> lanes = new ArrayList<>();

  /**
   * Nothing is told yet.
   *
   * @param view the name under which the barrier knows the view of notifications
   */
  public LiveNotifications(
      StreamEvents streams, Barrier barrier, String view, Render render, InstantSource clock) {
    this.streams = streams;
    this.barrier = barrier;
    this.view = view;
    this.render = render;
    this.clock = clock;
    for (int i = 0; i < LANES; i++) {
      lanes.add(new Lane(i));
    }
  }

  public void start() {
    lanes.forEach(lane -> lane.facts.start());
  }

  /** One was added; it never blocks. */
  public void added(NewNotification notification) {
    if (isHeard(notification)) {
      Lane lane = lanes.get(Math.floorMod(notification.recipient(), LANES));
      lane.facts.put(() -> lane.added(notification));
    }
  }

  private boolean isHeard(NewNotification notification) {
    return streams.isHeard(new StreamKey.Notifications(notification.recipient()));
  }

  @Override
  public void close() {
    lanes.forEach(lane -> lane.facts.close());
  }

  /**
   * One that was not here.
   *
   * @param tries so far
   */
  private record Later(NewNotification notification, int tries, Instant due) {}

  /** What one thread tells. */
  private final class Lane {
    private final FactQueue facts;
    private final GroupPace pace = new GroupPace();
    private final PriorityQueue<Later> later =
        new PriorityQueue<>(Comparator.comparing(Later::due));

    Lane(int number) {
      facts = new FactQueue("live-notifications-" + number, WAITING_MAX, streams, this::look);
    }

    void added(NewNotification notification) {
      if (isHeard(notification) && pace.isTold(notification, clock.instant())) {
        tell(notification, 0);
      }
    }

    private void look() {
      Instant now = clock.instant();
      pace.due(now).forEach(notification -> tell(notification, 0));
      while (!later.isEmpty() && !now.isBefore(later.peek().due())) {
        Later next = later.remove();
        tell(next.notification(), next.tries());
      }
    }

    private void tell(NewNotification notification, int tries) {
      if (!isHeard(notification) || !isInView(notification)) {
        return;
      }
      switch (render.of(notification.recipient(), notification.id())) {
        case ShownToStream.Shown(String payload) ->
            streams.publish(new StreamKey.Notifications(notification.recipient()), EVENT, payload);
        case ShownToStream.NotHere _ -> tellLater(notification, tries);
        case ShownToStream.Hidden _ -> {
          // No list shows it either.
        }
      }
    }

    private void tellLater(NewNotification notification, int tries) {
      if (tries < AGAIN.size() && later.size() < POSTLESS_MAX) {
        later.add(new Later(notification, tries + 1, clock.instant().plus(AGAIN.get(tries))));
      }
    }

    /** Waits while a stream listens; false when this stops first. */
    private boolean isInView(NewNotification notification) {
      try {
        while (!barrier.await(List.of(notification.at()), view::equals, VIEW_WAIT)) {
          if (!isHeard(notification)) {
            return false;
          }
        }
        return true;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
