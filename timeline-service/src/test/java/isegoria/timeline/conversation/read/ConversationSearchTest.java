package isegoria.timeline.conversation.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.paging.Page;
import isegoria.timeline.conversation.write.ConversationId;
import isegoria.timeline.feed.read.Buckets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Pages against a plain restatement: all that is shown, sorted, cut. */
final class ConversationSearchTest {

  private static final long OWNER = 1;
  private static final long FIRST = id("2026-01-20T00:00:00Z");
  private static final long DAY = id("1970-01-02T00:00:00Z");

  private final Memory memory = new Memory();
  private final Set<Long> hidden = new HashSet<>();

  private static long id(String time) {
    return Buckets.firstIdAt(Instant.parse(time));
  }

  /** Conversations in memory, as facts would leave them in tables. */
  private static final class Memory implements Conversations {
    private final Map<Long, List<Long>> posts = new HashMap<>();
    private final Map<Integer, Map<Long, Long>> active = new HashMap<>();
    private int looked;

    void add(long number, long post) {
      List<Long> all = posts.computeIfAbsent(number, _ -> new ArrayList<>());
      all.add(post);
      all.sort(Comparator.reverseOrder());
      active
          .computeIfAbsent(Buckets.monthOf(post), _ -> new HashMap<>())
          .put(number, all.getFirst());
    }

    @Override
    public List<Integer> months(long owner) {
      return List.copyOf(active.keySet());
    }

    @Override
    public List<ActiveConversation> active(long owner, int month) {
      return active.getOrDefault(month, Map.of()).entrySet().stream()
          .map(each -> new ActiveConversation(each.getKey(), each.getValue()))
          .toList();
    }

    @Override
    public List<ConversationRow> rows(long owner, Collection<Long> numbers) {
      looked += numbers.size();
      return numbers.stream().filter(posts::containsKey).map(this::row).toList();
    }

    private ConversationRow row(long number) {
      return new ConversationRow(
          new ConversationId(number, 0), List.of(), 0, Objects.requireNonNull(posts.get(number)));
    }
  }

  private record Shown(long number, long last) {}

  private List<Shown> show(List<ConversationRow> rows) {
    var shown = new ArrayList<Shown>();
    for (ConversationRow row : rows) {
      row.posts().stream()
          .filter(post -> !hidden.contains(post))
          .findFirst()
          .ifPresent(post -> shown.add(new Shown(row.id().number(), post)));
    }
    return shown;
  }

  private FoundConversations<Shown> page(Page page) {
    return new ConversationSearch<>(memory, OWNER, page, this::show, Shown::last).run();
  }

  private List<Shown> everything() {
    List<Long> numbers = List.copyOf(memory.posts.keySet());
    return show(memory.rows(OWNER, numbers)).stream()
        .sorted(Comparator.comparingLong(Shown::last).reversed())
        .toList();
  }

  @Test
  void every_page_is_the_definition() {
    var random = new SplittableRandom(7);
    for (int post = 0; post < 600; post++) {
      long id = FIRST + post * DAY / 5 + 1;
      memory.add(1 + random.nextInt(random.nextInt(1, 120)), id);
      if (random.nextInt(3) == 0) {
        hidden.add(id);
      }
    }
    // Removed ones leave where they were active.
    memory.posts.remove(3L);
    memory.posts.remove(17L);
    List<Shown> all = everything();
    assertThat(all).hasSizeGreaterThan(40);
    for (int look = 0; look < 300; look++) {
      int limit = random.nextInt(1, 41);
      long from = random.nextInt(3) == 0 ? Page.OLDEST : FIRST + random.nextInt(120) * DAY;
      long to = random.nextInt(3) == 0 ? Page.NEWEST : from + random.nextInt(1, 60) * DAY;
      var page = new Page(limit, to, from, random.nextBoolean());
      assertThat(page(page).shown()).as("%s", page).isEqualTo(page.of(all, Shown::last));
    }
  }

  @Test
  void a_conversation_stands_at_its_last_shown_post_also_in_an_older_month() {
    memory.add(1, id("2026-01-30T00:00:00Z"));
    memory.add(2, id("2026-01-31T00:00:00Z"));
    memory.add(1, id("2026-03-01T00:00:00Z"));
    assertThat(numbers(Page.first(20))).containsExactly(1L, 2L);
    hidden.add(id("2026-03-01T00:00:00Z"));
    assertThat(numbers(Page.first(20))).containsExactly(2L, 1L);
    hidden.add(id("2026-01-30T00:00:00Z"));
    assertThat(numbers(Page.first(20))).containsExactly(2L);
  }

  private List<Long> numbers(Page page) {
    return page(page).shown().stream().map(Shown::number).toList();
  }

  @Test
  void of_a_month_with_many_a_page_looks_at_few() {
    LongStream.range(0, 1_000).forEach(each -> memory.add(each, FIRST + each));
    assertThat(page(Page.first(20)).shown()).hasSize(20);
    assertThat(memory.looked).isLessThanOrEqualTo(ConversationSearch.LOOK_MIN);
  }

  @Test
  void pages_lead_on_past_any_number_of_hidden_ones() {
    int many = 2 * ConversationSearch.LOOKED_AT_MAX + 100;
    LongStream.range(0, many)
        .forEach(each -> {
          memory.add(each, FIRST + each);
          if (each > 30) {
            hidden.add(FIRST + each);
          }
        });
    var found = new ArrayList<Long>();
    var seen = new TreeSet<Long>();
    Page page = Page.first(20);
    while (true) {
      FoundConversations<Shown> next = page(page);
      next.shown().forEach(each -> found.add(each.number()));
      if (next.cursors().isEmpty()) {
        break;
      }
      long cursor = Long.parseLong(next.cursors().getLast());
      assertThat(seen.add(cursor)).as("each page leads further").isTrue();
      page = new Page(20, cursor, Page.OLDEST, false);
    }
    assertThat(found)
        .isEqualTo(LongStream.rangeClosed(0, 30).map(each -> 30 - each).boxed().toList());
    assertThat(seen.size()).isBetween(3, 8);
  }

  @Test
  void an_account_whose_conversations_are_gone_is_not_read_to_its_beginning() {
    for (int month = 0; month <= ConversationSearch.MONTHS_MAX; month++) {
      long post = Buckets.firstIdOfMonth(24_000 + month) + 5;
      memory.add(month, post);
      if (month > 0) {
        hidden.add(post);
      }
    }
    FoundConversations<Shown> first = page(Page.first(20));
    assertThat(first.shown()).isEmpty();
    assertThat(first.cursors()).hasSize(1);
    long cursor = Long.parseLong(first.cursors().getFirst());
    assertThat(numbers(new Page(20, cursor, Page.OLDEST, false))).containsExactly(0L);
  }
}
