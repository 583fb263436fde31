package isegoria.timeline.conversation.read;

import isegoria.api.paging.Page;
import isegoria.timeline.feed.read.Buckets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Looks for the conversations of one page. A conversation stands where the last post stands that
 * its owner is shown of it, and blocks and deletions move that. So months are read one after the
 * other, and of each month those conversations are taken whose last shown post is of it.
 */
public final class ConversationSearch<V> {

  /**
   * Conversations looked at for one page: what is not shown is made up for, but not for ever. A
   * page that was not filled by so many leads to where it left off.
   */
  static final int LOOKED_AT_MAX = 2_000;

  /** Months of one page: that of an account whose conversations are gone does not read all. */
  static final int MONTHS_MAX = 60;

  /** Conversations of one look at least: one by one would be a question each. */
  static final int LOOK_MIN = 20;

  private static final Comparator<ActiveConversation> NEWEST_FIRST =
      Comparator.comparingLong(ActiveConversation::newest).reversed();

  private final Conversations conversations;
  private final long owner;
  private final Page page;
  private final Function<List<ConversationRow>, List<V>> show;
  private final ToLongFunction<V> place;
  private final List<V> found = new ArrayList<>();
  private int lookedAt;
  private OptionalLong leftOff = OptionalLong.empty();

  /**
   * Takes what to look for.
   *
   * @param show those of some conversations that the owner is shown, in any order
   * @param place the last post of it that is shown
   */
  public ConversationSearch(
      Conversations conversations,
      long owner,
      Page page,
      Function<List<ConversationRow>, List<V>> show,
      ToLongFunction<V> place) {
    this.conversations = conversations;
    this.owner = owner;
    this.page = page;
    this.show = show;
    this.place = place;
  }

  /** Reads until the page is full or the conversations end. */
  public FoundConversations<V> run() {
    List<Integer> months = months();
    for (int at = 0; at < months.size() && !isFull() && leftOff.isEmpty(); at++) {
      if (at == MONTHS_MAX) {
        leftOff = OptionalLong.of(edgeOf(months.get(at)));
      } else {
        look(months.get(at));
      }
    }
    found.sort(Comparator.comparingLong(place).reversed());
    List<V> shown = page.of(found, place);
    var cursors =
        new ArrayList<>(shown.stream().map(v -> Long.toString(place.applyAsLong(v))).toList());
    if (shown.size() < page.limit() && leftOff.isPresent()) {
      cursors.add(page.fromOldest() ? 0 : cursors.size(), Long.toString(leftOff.getAsLong()));
    }
    return new FoundConversations<>(shown, cursors);
  }

  private boolean isFull() {
    return found.size() >= page.limit();
  }

  private List<Integer> months() {
    int from = Buckets.monthOf(page.newerThan());
    int to = Buckets.monthOf(page.olderThan());
    Comparator<Integer> order = Comparator.naturalOrder();
    return conversations.months(owner).stream()
        .filter(month -> month >= from && month <= to)
        .sorted(page.fromOldest() ? order : order.reversed())
        .toList();
  }

  /** The cursor of a page that begins with that month. */
  private long edgeOf(int month) {
    return page.fromOldest()
        ? Buckets.firstIdOfMonth(month) - 1
        : Buckets.firstIdOfMonth(month + 1);
  }

  /** Reads a month newest first until the page is full; from its oldest, all of it. */
  private void look(int month) {
    List<ActiveConversation> active =
        conversations.active(owner, month).stream()
            .filter(each -> each.newest() > page.newerThan())
            .sorted(NEWEST_FIRST)
            .toList();
    int width = Math.max(LOOK_MIN, page.limit());
    for (int read = 0; read < active.size(); read += width) {
      long newest = active.get(read).newest();
      if (!page.fromOldest() && countFrom(newest) >= page.limit()) {
        return;
      }
      if (!page.fromOldest() && lookedAt >= LOOKED_AT_MAX) {
        leaveOff(Math.min(newest + 1, Buckets.firstIdOfMonth(month + 1)));
        return;
      }
      List<ActiveConversation> some = active.subList(read, Math.min(active.size(), read + width));
      // What the pages before this one looked at does not count again: each leads further.
      lookedAt += newest < page.olderThan() ? some.size() : 0;
      show.apply(rows(some)).stream().filter(each -> isOf(month, each)).forEach(found::add);
    }
  }

  /** None of the rest stands at that place or above it; what was found below comes again. */
  private void leaveOff(long at) {
    leftOff = OptionalLong.of(Math.min(at, page.olderThan()));
    found.removeIf(each -> place.applyAsLong(each) < at);
  }

  /** How many are found with which none of the conversations up to that post can compete. */
  private long countFrom(long newest) {
    return found.stream().filter(each -> place.applyAsLong(each) >= newest).count();
  }

  private List<ConversationRow> rows(List<ActiveConversation> some) {
    return conversations.rows(owner, some.stream().map(ActiveConversation::number).toList());
  }

  private boolean isOf(int month, V each) {
    long at = place.applyAsLong(each);
    return page.isWithin(at) && Buckets.monthOf(at) == month;
  }
}
