package isegoria.timeline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.read.sanction.Sanction;
import isegoria.timeline.read.sanction.Sanction.Kind;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class SanctionIndexTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final long SUBJECT = 1;
  private static final long SOMEBODY_ELSE = 2;
  private static final long POST = 10;

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final SanctionIndex book = new SanctionIndex(now::get);

  @Test
  void a_removal_takes_down_a_post_of_its_subject_and_of_nobody_else() {
    book.put("s", new Sanction("s", SUBJECT, POST, Kind.REMOVE_POST, NOON.plusSeconds(60)));
    assertThat(book.isRemoved(POST, SUBJECT)).isTrue();
    assertThat(book.isRemoved(POST, SOMEBODY_ELSE)).isFalse();
    assertThat(book.isRemoved(POST + 1, SUBJECT)).isFalse();
  }

  @Test
  void a_sanction_ends_by_itself_or_is_lifted() {
    book.put("s", new Sanction("s", SUBJECT, 0, Kind.SUSPEND, NOON.plusSeconds(60)));
    assertThat(book.isSuspended(SUBJECT)).isTrue();
    now.set(NOON.plusSeconds(60));
    assertThat(book.isSuspended(SUBJECT)).isFalse();
    now.set(NOON);
    book.put("s", null);
    assertThat(book.isSuspended(SUBJECT)).isFalse();
  }
}
