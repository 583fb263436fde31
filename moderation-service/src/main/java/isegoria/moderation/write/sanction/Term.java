package isegoria.moderation.write.sanction;

import isegoria.eventsourcing.StoredName;
import java.time.Duration;
import java.time.Instant;

/**
 * How long. Either it ends by itself on a date, or a moderator reviews it on a date, and it ends by
 * itself without that review: both have a horizon, so no sanction lasts for ever.
 */
public sealed interface Term {

  /** Days to a stated end: a moderator decides longer ones again after a review. */
  int UNTIL_DAYS_MAX = 731;

  /** Days to a review: half a year, after which facts have changed. */
  int REVIEW_DAYS_MAX = 180;

  /** Days a review may be late before the sanction ends: the delay is not the person's fault. */
  int REVIEW_GRACE_DAYS = 7;

  /** When the sanction ends if no moderator acts. */
  Instant horizon();

  /** The date that was stated. */
  Instant date();

  int daysMax();

  @StoredName("Until")
  record Until(Instant end) implements Term {
    @Override
    public Instant horizon() {
      return end;
    }

    @Override
    public Instant date() {
      return end;
    }

    @Override
    public int daysMax() {
      return UNTIL_DAYS_MAX;
    }
  }

  @StoredName("ReviewAt")
  record ReviewAt(Instant date) implements Term {
    @Override
    public Instant horizon() {
      return date.plus(Duration.ofDays(REVIEW_GRACE_DAYS));
    }

    @Override
    public int daysMax() {
      return REVIEW_DAYS_MAX;
    }
  }

  default boolean isOverAt(Instant now) {
    return !date().isAfter(now);
  }

  default boolean isTooLongAt(Instant now) {
    return date().isAfter(now.plus(Duration.ofDays(daysMax())));
  }
}
