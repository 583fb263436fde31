package isegoria.benchmarks;

import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import java.time.Instant;

/** Numbers of people to ids of accounts and back: as far apart as when 89 million come in years. */
public final class People {
  private static final int PEOPLE = 89_000_000;
  private static final long MILLIS = 10L * 365 * 86_400_000;
  private static final long ID_FIRST = Instant.parse("2016-01-01T00:00:00Z").toEpochMilli() << 16;
  private static final long ID_STEP = (MILLIS << 16) / PEOPLE;

  private People() {}

  public static long id(int person) {
    return ID_FIRST + person * ID_STEP;
  }

  public static int of(long accountId) {
    return (int) ((accountId - ID_FIRST) / ID_STEP);
  }

  /** How a person and an author whom they follow stand to each other. */
  public static Relation following(int person, int author, boolean isMutual) {
    Side follows = Side.following(Follow.WHOLE);
    Side back = isMutual ? follows : Side.NOTHING;
    return person < author
        ? new Relation(id(person), id(author), follows, back)
        : new Relation(id(author), id(person), back, follows);
  }
}
