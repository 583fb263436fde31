package isegoria.timeline.home.read;

import static isegoria.timeline.feed.read.Visibility.PRIVATE;
import static isegoria.timeline.feed.read.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.accounts.SanctionsInForce;
import isegoria.timeline.feed.memory.SanctionRestrictions;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.home.read.FeedList.Replies;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ana follows Bo and Cy; her list names Bo and Dee, whom she follows no more. */
final class NarrowedReaderTest {

  private static final long ANA = 1;
  private static final long BO = 2;
  private static final long CY = 3;
  private static final long DEE = 4;

  private static final Reader READER =
      new PlainReader(ANA, Map.of(BO, Follow.WHOLE, CY, Follow.WHOLE), Set.of(), Set.of());

  private static final Restrictions NONE =
      new SanctionRestrictions(new SanctionsInForce(), () -> Instant.EPOCH);

  private static FeedList list(Replies replies, boolean exclusive, long... members) {
    return new FeedList(10, replies, exclusive, LongSet.of(members));
  }

  private static Reader list(Replies replies) {
    return NarrowedReader.list(READER, list(replies, false, BO, DEE));
  }

  private static Reader homeBeside(FeedList... lists) {
    return NarrowedReader.home(READER, List.of(lists));
  }

  private static boolean shows(Reader feed, FeedEntry entry) {
    return HomeDefinition.isCandidate(entry, feed, NONE);
  }

  private static FeedEntry post(long author, long inReplyTo) {
    return FeedEntry.post(100, author, inReplyTo, PUBLIC, "");
  }

  @Test
  void a_list_shows_its_members_who_are_followed() {
    Reader list = list(Replies.LIST);
    assertThat(shows(list, post(BO, 0))).isTrue();
    assertThat(shows(list, FeedEntry.post(100, BO, 0, PRIVATE, ""))).isTrue();
    assertThat(shows(list, FeedEntry.boost(101, BO, 100, DEE, PUBLIC))).isTrue();
    assertThat(shows(list, post(CY, 0))).isFalse();
    assertThat(shows(list, post(DEE, 0))).isFalse();
    assertThat(shows(list, post(ANA, 0))).isFalse();
    var authors = new ArrayList<Long>();
    list.forEachFollowed(authors::add);
    assertThat(authors).containsExactly(BO);
  }

  @Test
  void it_shows_its_owner_where_the_owner_is_a_member() {
    assertThat(shows(NarrowedReader.list(READER, list(Replies.LIST, false, ANA)), post(ANA, 0)))
        .isTrue();
  }

  @Test
  void replies_are_shown_as_the_list_says() {
    for (Replies replies : Replies.values()) {
      Reader list = list(replies);
      assertThat(shows(list, post(BO, BO))).as(replies + ": to oneself").isTrue();
      assertThat(shows(list, post(BO, ANA))).as(replies + ": to the reader").isTrue();
      assertThat(shows(list, post(BO, CY)))
          .as(replies + ": to one who is followed")
          .isEqualTo(replies == Replies.FOLLOWED);
      assertThat(shows(list, post(BO, DEE)))
          .as(replies + ": to a member")
          .isEqualTo(replies == Replies.LIST);
      assertThat(shows(list, post(BO, 99))).as(replies + ": to a stranger").isFalse();
    }
  }

  @Test
  void members_of_an_exclusive_list_are_no_authors_of_home() {
    Reader home = homeBeside(list(Replies.LIST, true, BO));
    assertThat(shows(home, post(BO, 0))).isFalse();
    assertThat(shows(home, FeedEntry.boost(101, BO, 100, CY, PUBLIC))).isFalse();
    assertThat(shows(home, FeedEntry.boost(101, CY, 100, BO, PUBLIC))).isTrue();
    assertThat(shows(home, post(CY, BO))).isTrue();
    assertThat(shows(home, post(ANA, 0))).isTrue();
    assertThat(home.followsHash()).isEqualTo(READER.followsHash());
  }

  @Test
  void other_lists_change_nothing_at_home() {
    assertThat(homeBeside(list(Replies.NONE, false, BO))).isSameAs(READER);
    assertThat(list(Replies.LIST).followsHash()).isNotEqualTo(READER.followsHash());
  }
}
