package isegoria.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LoadTest {
  private static final Duration LENGTH = Duration.ofMillis(300);

  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger pages = new AtomicInteger();

  @Test
  void an_open_loop_sends_at_its_rate_whatever_the_answers_do() {
    var never = new CompletableFuture<Void>();
    var mix = new Mix(0, _ -> posts.incrementAndGet() == 1 ? never : done(), this::read);
    // The first answer comes when all others have been sent, and counts from when it was due.
    Thread.ofVirtual()
        .start(() -> {
          while (posts.get() < 100) {
            Thread.onSpinWait();
          }
          never.complete(null);
        });
    OpenLoop.Sent sent = new OpenLoop(2_000, LENGTH).send(mix, new SplittableRandom(1));
    assertThat(sent.posts().count()).isEqualTo(posts.get()).isBetween(450L, 750L);
    assertThat(sent.failed()).isZero();
  }

  @Test
  void a_mix_has_its_share_of_pages_and_failures_are_counted() {
    var mix =
        new Mix(
            5,
            _ -> post(),
            () -> {
              if (pages.incrementAndGet() % 10 == 0) {
                throw new IllegalStateException("planted");
              }
            });
    OpenLoop.Sent sent = new OpenLoop(5_000, LENGTH).send(mix, new SplittableRandom(2));
    assertThat(pages.get() / (double) posts.get()).isBetween(3.5, 7.0);
    assertThat(sent.failed()).isEqualTo(pages.get() / 10);
    assertThat(sent.pages().count()).isEqualTo(pages.get());
    assertThat(sent.done()).isEqualTo(posts.get() + pages.get() - sent.failed());
    assertThat(sent.pages().millis(95)).as("failing fast is no merit").isGreaterThan(60_000);
  }

  @Test
  void a_closed_loop_does_one_thing_after_the_other() {
    ClosedLoop.Done done =
        new ClosedLoop(4, LENGTH).run(new Mix(1, _ -> post(), this::read), new SplittableRandom(3));
    assertThat(done.posts()).isEqualTo(posts.get()).isPositive();
    assertThat(done.pages()).isEqualTo(pages.get()).isPositive();
    assertThat(done.perSecond()).isPositive();
  }

  private CompletableFuture<Void> post() {
    posts.incrementAndGet();
    return done();
  }

  private void read() {
    pages.incrementAndGet();
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
