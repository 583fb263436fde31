package isegoria.timeline.notification.memory;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.read.Progress;
import isegoria.timeline.feed.read.live.StreamEvents;
import isegoria.timeline.feed.read.live.StreamKey;
import isegoria.timeline.notification.read.ShownToStream;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LiveNotificationsTest {

  private static final String TOPIC = "t";
  private static final long ANA = 4;
  private static final long BO = 8;

  private final Barrier barrier = new Barrier();
  private final Progress view = new Progress("notifications");
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Map<Long, ShownToStream> rows = new ConcurrentHashMap<>();
  private final BlockingQueue<Long> looked = new LinkedBlockingQueue<>();
  private final Ears ears = new Ears();
  private final LiveNotifications live =
      new LiveNotifications(ears, barrier, "notifications", this::render, now::get);

  /** Ana listens, and Bo does not. */
  private static final class Ears implements StreamEvents {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Override
    public boolean isHeard(StreamKey key) {
      return key.equals(new StreamKey.Notifications(ANA));
    }

    @Override
    public void publish(StreamKey key, String event, @Nullable String payload) {
      heard.add(key + " " + event + " " + payload);
    }

    @Override
    public void endForReload() {
      heard.add("end");
    }
  }

  private ShownToStream render(long recipient, long id) {
    looked.add(id);
    return rows.getOrDefault(id, new ShownToStream.Hidden());
  }

  @BeforeEach
  void start() {
    barrier.register(TOPIC, view);
    live.start();
  }

  @AfterEach
  void stop() {
    live.close();
  }

  private void add(long recipient, long id, String group) {
    live.added(new NewNotification(recipient, id, group, new Position(TOPIC, 0, id)));
  }

  private void shows(long id) {
    rows.put(id, new ShownToStream.Shown("{" + id + "}"));
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(20, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }

  /** The next while time passes: the thread may ask the clock after this one has moved it. */
  private <T> @Nullable T later(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(20, TimeUnit.MILLISECONDS);
    for (int looks = 0; next == null && looks < 100; looks++) {
      now.updateAndGet(time -> time.plusSeconds(5));
      next = queue.poll(200, TimeUnit.MILLISECONDS);
    }
    return next;
  }

  private static String told(long id) {
    return new StreamKey.Notifications(ANA) + " notification {" + id + "}";
  }

  @Test
  void it_is_told_after_the_view_has_it_and_not_before() throws Exception {
    shows(10);
    add(ANA, 10, "a");
    assertThat(looked.poll(300, TimeUnit.MILLISECONDS)).isNull();
    view.advance(TOPIC, 0, 10);
    assertThat(next(ears.heard)).isEqualTo(told(10));
  }

  @Test
  void what_is_hidden_is_not_told_and_what_no_stream_hears_is_not_looked_up() throws Exception {
    view.advance(TOPIC, 0, 100);
    shows(10);
    shows(12);
    add(BO, 10, "a");
    add(ANA, 11, "b");
    add(ANA, 12, "c");
    assertThat(next(ears.heard)).isEqualTo(told(12));
    assertThat(looked).containsExactly(11L, 12L);
    assertThat(ears.heard).isEmpty();
  }

  @Test
  void one_whose_post_is_not_here_is_told_when_it_is() throws Exception {
    view.advance(TOPIC, 0, 100);
    rows.put(10L, new ShownToStream.NotHere());
    add(ANA, 10, "a");
    assertThat(next(looked)).isEqualTo(10);
    shows(10);
    assertThat(later(ears.heard)).isEqualTo(told(10));
  }

  @Test
  void one_whose_post_does_not_come_is_given_up() throws Exception {
    view.advance(TOPIC, 0, 100);
    rows.put(10L, new ShownToStream.NotHere());
    add(ANA, 10, "a");
    for (int tries = 1; tries <= 4; tries++) {
      assertThat(later(looked)).isEqualTo(10);
    }
    now.updateAndGet(time -> time.plusSeconds(100));
    assertThat(looked.poll(500, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void the_newest_of_a_group_follows_its_first() throws Exception {
    view.advance(TOPIC, 0, 100);
    shows(10);
    shows(12);
    add(ANA, 10, "a");
    assertThat(next(ears.heard)).isEqualTo(told(10));
    add(ANA, 11, "a");
    add(ANA, 12, "a");
    shows(13);
    add(ANA, 13, "other");
    assertThat(next(ears.heard)).isEqualTo(told(13));
    now.set(Instant.EPOCH.plus(GroupPace.BETWEEN));
    assertThat(next(ears.heard)).isEqualTo(told(12));
  }
}
