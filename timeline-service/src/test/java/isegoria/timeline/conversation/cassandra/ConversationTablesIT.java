package isegoria.timeline.conversation.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.cassandra.Cassandra;
import isegoria.cassandra.CassandraProperties;
import isegoria.testkit.backing.Backing;
import isegoria.timeline.conversation.read.ActiveConversation;
import isegoria.timeline.conversation.read.ConversationChange;
import isegoria.timeline.conversation.read.ConversationChange.Added;
import isegoria.timeline.conversation.read.ConversationChange.Erased;
import isegoria.timeline.conversation.read.ConversationChange.ReadTo;
import isegoria.timeline.conversation.read.ConversationChange.Removed;
import isegoria.timeline.conversation.read.ConversationRow;
import isegoria.timeline.conversation.write.ConversationId;
import isegoria.timeline.feed.read.Buckets;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Conversations on disk are what the facts say, in whichever order these come again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConversationTablesIT {

  private static final Instant SPRING = Instant.parse("2026-04-02T12:00:00Z");
  private static final long MICROS = ChronoUnit.MICROS.between(Instant.EPOCH, SPRING);
  private static final long MARCH = Buckets.firstIdAt(Instant.parse("2026-03-20T12:00:00Z"));
  private static final long APRIL = Buckets.firstIdAt(Instant.parse("2026-04-01T12:00:00Z"));
  private static final List<Long> OTHERS = List.of(2L, 3L);
  private static final ConversationId ID = new ConversationId(77, 0);
  private static final ConversationId NEXT_ID = new ConversationId(77, 1);

  private Cassandra cassandra;
  private ConversationRows rows;
  private CassandraConversations conversations;
  private long owners = 1_000;

  @BeforeAll
  void open() {
    InetSocketAddress at = Backing.sharedCassandra();
    cassandra =
        Cassandra.open(
            CassandraProperties.local(at.getHostString() + ":" + at.getPort()),
            "conversation_tables");
    rows = new ConversationRows(cassandra);
    conversations = new CassandraConversations(cassandra);
  }

  @AfterAll
  void close() {
    cassandra.close();
  }

  private record Dated(ConversationChange change, long micros) {}

  /** In their order, and for another owner backwards and twice: both are to be the same. */
  private List<Long> ownersOf(ConversationChange... changes) {
    var dated = new ArrayList<Dated>();
    for (ConversationChange change : changes) {
      dated.add(new Dated(change, MICROS + dated.size()));
    }
    long one = ++owners;
    long other = ++owners;
    dated.forEach(each -> apply(one, each));
    dated.reversed().forEach(each -> apply(other, each));
    dated.reversed().forEach(each -> apply(other, each));
    return List.of(one, other);
  }

  private void apply(long owner, Dated dated) {
    rows.apply(owner, dated.change(), dated.micros()).toCompletableFuture().join();
  }

  private List<ConversationRow> found(long owner) {
    return conversations.rows(owner, List.of(ID.number(), 78L));
  }

  private static Added added(ConversationId id, long post, long newest, long readTo) {
    return new Added(id, OTHERS, post, newest, readTo);
  }

  @Test
  void posts_stand_newest_first_with_what_the_last_fact_says() {
    for (long owner :
        ownersOf(
            added(ID, APRIL, APRIL, 0),
            added(ID, MARCH, APRIL, 0),
            added(ID, APRIL + 1, APRIL + 1, APRIL + 1))) {
      assertThat(found(owner))
          .containsExactly(
              new ConversationRow(ID, OTHERS, APRIL + 1, List.of(APRIL + 1, APRIL, MARCH)));
      int march = Buckets.monthOf(MARCH);
      assertThat(conversations.months(owner)).containsExactly(march + 1, march);
      assertThat(conversations.active(owner, march))
          .containsExactly(new ActiveConversation(77, APRIL));
      assertThat(conversations.active(owner, march + 1))
          .containsExactly(new ActiveConversation(77, APRIL + 1));
    }
  }

  @Test
  void it_is_read_and_unread() {
    for (long owner : ownersOf(added(ID, APRIL, APRIL, 0), new ReadTo(ID, APRIL))) {
      assertThat(found(owner)).extracting(ConversationRow::readTo).containsExactly(APRIL);
    }
    for (long owner :
        ownersOf(added(ID, APRIL, APRIL, 0), new ReadTo(ID, APRIL), new ReadTo(ID, 0))) {
      assertThat(found(owner)).extracting(ConversationRow::readTo).containsExactly(0L);
    }
  }

  @Test
  void only_so_many_posts_are_read() {
    ConversationChange[] many = new ConversationChange[ConversationRow.POSTS_MAX + 5];
    for (int at = 0; at < many.length; at++) {
      many[at] = added(ID, APRIL + at, APRIL + at, 0);
    }
    long owner = ownersOf(many).getFirst();
    List<Long> posts = found(owner).getFirst().posts();
    assertThat(posts).hasSize(ConversationRow.POSTS_MAX);
    assertThat(posts.getFirst()).isEqualTo(APRIL + many.length - 1);
  }

  @Test
  void a_removed_one_is_gone_until_its_next_post() {
    Removed removed = new Removed(ID, MARCH);
    for (long owner :
        ownersOf(
            added(ID, MARCH, MARCH, 0),
            added(ID, APRIL, APRIL, 0),
            new ReadTo(ID, APRIL),
            removed)) {
      assertThat(found(owner)).isEmpty();
      int march = Buckets.monthOf(MARCH);
      assertThat(conversations.active(owner, march)).isEmpty();
      assertThat(conversations.active(owner, march + 1)).isEmpty();
    }
    for (long owner :
        ownersOf(
            added(ID, MARCH, MARCH, MARCH), removed, added(NEXT_ID, APRIL + 2, APRIL + 2, 0))) {
      assertThat(found(owner))
          .containsExactly(new ConversationRow(NEXT_ID, OTHERS, 0, List.of(APRIL + 2)));
    }
  }

  @Test
  void of_an_erased_owner_nothing_is_left() {
    for (long owner :
        ownersOf(added(ID, MARCH, MARCH, 0), added(ID, APRIL, APRIL, 0), new Erased(ID, MARCH))) {
      assertThat(found(owner)).isEmpty();
      assertThat(conversations.months(owner)).isEmpty();
      assertThat(conversations.active(owner, Buckets.monthOf(MARCH))).isEmpty();
      assertThat(conversations.active(owner, Buckets.monthOf(APRIL))).isEmpty();
    }
  }
}
