package isegoria.timeline.feed.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.feed.read.EntryLog;
import isegoria.timeline.feed.read.EntryLookup;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedKey;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.author.AuthorLog;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What authors published, each in a log of their own, by month; merged in order of ids for a reader
 * of many.
 *
 * <p>One step looks at one month. From an author it takes a handful of entries; where there were
 * more, the step ends at the last of them that is certain to be followed by nothing unseen.
 */
public final class AuthorLogs implements EntryLog, AuthorLog, EntryLookup {

  /** Entries taken from one author in one step at least: a page seldom shows more of one. */
  static final int ENTRIES_PER_AUTHOR = 20;

  /**
   * Months that one step looks at: where all posts of a year are gone, a step ends without any, and
   * says how far it came.
   */
  static final int MONTHS_PER_STEP_MAX = 12;

  private final Reads reads;
  private final PreparedStatement selectMonths;
  private final PreparedStatement selectDown;
  private final PreparedStatement selectUp;
  private final PreparedStatement selectOne;

  public AuthorLogs(Cassandra cassandra) {
    this.reads = cassandra.reads();
    String columns =
        "SELECT author, id, original, original_author, reply_to, visibility, language, media,"
            + " mentions FROM author_entry WHERE author = ? AND month = ? AND ";
    this.selectOne = cassandra.prepare(columns + "id = ?");
    this.selectMonths = cassandra.prepare("SELECT month FROM author_month WHERE author = ?");
    this.selectDown = cassandra.prepare(columns + "id < ? ORDER BY id DESC LIMIT ?");
    this.selectUp = cassandra.prepare(columns + "id > ? ORDER BY id ASC LIMIT ?");
  }

  @Override
  public Slice older(Reader reader, long olderThan, int wanted) {
    return forPage(reader).older(reader, olderThan, wanted);
  }

  @Override
  public Slice newer(Reader reader, long newerThan, int wanted) {
    return forPage(reader).newer(reader, newerThan, wanted);
  }

  @Override
  public EntryLog forPage(Reader reader) {
    return new OfPage(reader);
  }

  @Override
  public Slice olderOf(long author, long olderThan, int wanted) {
    return older(months(new long[] {author}), olderThan, wanted);
  }

  @Override
  public Slice newerOf(long author, long newerThan, int wanted) {
    return newer(months(new long[] {author}), newerThan, wanted);
  }

  @Override
  public List<FeedEntry> entries(List<FeedKey> keys) {
    List<BoundStatement> questions =
        keys.stream()
            .map(key -> selectOne.bind(key.actorId(), Buckets.monthOf(key.id()), key.id()))
            .toList();
    return reads.rows(questions).stream().map(AuthorLogs::entry).toList();
  }

  /** The logs of a reader's authors: who they are and when they wrote is asked for once. */
  private final class OfPage implements EntryLog {
    private final Reader of;
    private int authors;
    private @Nullable NavigableMap<Integer, List<Long>> months;

    OfPage(Reader of) {
      this.of = of;
    }

    @Override
    public Slice older(Reader reader, long olderThan, int wanted) {
      return AuthorLogs.this.older(months(), olderThan, perAuthor(wanted, authors));
    }

    @Override
    public Slice newer(Reader reader, long newerThan, int wanted) {
      return AuthorLogs.this.newer(months(), newerThan, perAuthor(wanted, authors));
    }

    private NavigableMap<Integer, List<Long>> months() {
      NavigableMap<Integer, List<Long>> known = months;
      if (known == null) {
        long[] all = authors(of);
        authors = all.length;
        known = AuthorLogs.this.months(all);
        months = known;
      }
      return known;
    }
  }

  /** Whose entries the feed may show: of those who are hidden it shows none. */
  private static long[] authors(Reader reader) {
    var authors = LongStream.builder().add(reader.id());
    reader.forEachFollowed(author -> {
      if (!reader.hides(author)) {
        authors.add(author);
      }
    });
    return authors.build().distinct().toArray();
  }

  /** What a step takes from each of so many: a handful, and more where few are to give all. */
  private static int perAuthor(int wanted, int authors) {
    return Math.max(ENTRIES_PER_AUTHOR, wanted / authors);
  }

  private Slice older(NavigableMap<Integer, List<Long>> ofAuthors, long olderThan, int perAuthor) {
    var months = ofAuthors.headMap(Buckets.monthOf(olderThan), true).descendingMap();
    int looked = 0;
    for (var month : months.entrySet()) {
      var questions = questions(selectDown, month.getValue(), month.getKey(), olderThan, perAuthor);
      List<FeedEntry> found = new ArrayList<>();
      long reached = Long.MIN_VALUE;
      for (List<Row> rows : reads.answers(questions)) {
        rows.forEach(row -> found.add(entry(row)));
        if (rows.size() == perAuthor) {
          reached = Math.max(reached, rows.getLast().getLong("id"));
        }
      }
      if (!found.isEmpty() || ++looked == MONTHS_PER_STEP_MAX) {
        long from = Math.max(reached, Buckets.firstIdOfMonth(month.getKey()));
        return slice(found, from, true);
      }
    }
    return new Slice(List.of(), 0, true);
  }

  private Slice newer(NavigableMap<Integer, List<Long>> ofAuthors, long newerThan, int perAuthor) {
    var months = ofAuthors.tailMap(Buckets.monthOf(newerThan), true);
    int looked = 0;
    for (var month : months.entrySet()) {
      var questions = questions(selectUp, month.getValue(), month.getKey(), newerThan, perAuthor);
      List<FeedEntry> found = new ArrayList<>();
      long reached = Long.MAX_VALUE;
      for (List<Row> rows : reads.answers(questions)) {
        rows.forEach(row -> found.add(entry(row)));
        if (rows.size() == perAuthor) {
          reached = Math.min(reached, rows.getLast().getLong("id"));
        }
      }
      if (!found.isEmpty() || ++looked == MONTHS_PER_STEP_MAX) {
        long to = Math.min(reached, Buckets.firstIdOfMonth(month.getKey() + 1) - 1);
        return slice(found, to, false);
      }
    }
    return new Slice(List.of(), Long.MAX_VALUE, true);
  }

  /** Only what lies on this side of where the step ends; the rest comes with the next step. */
  private static Slice slice(List<FeedEntry> found, long reached, boolean down) {
    List<FeedEntry> certain =
        found.stream()
            .filter(e -> down ? e.id() >= reached : e.id() <= reached)
            .sorted(down ? FeedEntry.NEWEST_FIRST : FeedEntry.NEWEST_FIRST.reversed())
            .toList();
    return new Slice(certain, reached, false);
  }

  private NavigableMap<Integer, List<Long>> months(long[] authors) {
    var questions = new ArrayList<BoundStatement>(authors.length);
    for (long author : authors) {
      questions.add(selectMonths.bind(author));
    }
    var byMonth = new TreeMap<Integer, List<Long>>();
    int at = 0;
    for (List<Row> rows : reads.answers(questions)) {
      long author = authors[at++];
      for (Row row : rows) {
        byMonth.computeIfAbsent(row.getInt("month"), _ -> new ArrayList<>()).add(author);
      }
    }
    return byMonth;
  }

  private static List<BoundStatement> questions(
      PreparedStatement select, List<Long> authors, int month, long cursor, int perAuthor) {
    return authors.stream().map(author -> select.bind(author, month, cursor, perAuthor)).toList();
  }

  private static FeedEntry entry(Row row) {
    List<Long> mentions = row.getList("mentions", Long.class);
    String language = row.getString("language");
    return new FeedEntry(
        row.getLong("id"),
        row.getLong("author"),
        row.getLong("original"),
        row.getLong("original_author"),
        row.getLong("reply_to"),
        Visibility.ofCode(row.getByte("visibility")),
        language == null ? "" : language,
        row.getBoolean("media"),
        mentions == null ? List.of() : mentions);
  }
}
