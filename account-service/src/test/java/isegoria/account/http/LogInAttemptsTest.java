package isegoria.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LogInAttemptsTest {
  private final AtomicLong nanos = new AtomicLong(1);
  private final LogInAttempts attempts =
      new LogInAttempts(
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  @Test
  void so_many_failures_are_enough_for_an_hour_and_for_that_account_only() {
    for (int i = 0; i < LogInAttempts.FAILURES_MAX; i++) {
      assertThat(attempts.areLeft("ana")).isTrue();
      attempts.failed("ana");
    }
    assertThat(attempts.areLeft("ana")).isFalse();
    assertThat(attempts.areLeft("bo")).isTrue();
    nanos.addAndGet(LogInAttempts.PERIOD.toNanos());
    assertThat(attempts.areLeft("ana")).isTrue();
  }
}
