package isegoria.timeline.notification.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.paging.Page;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.CassandraProperties;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.testkit.backing.Backing;
import isegoria.timeline.notification.read.Member;
import isegoria.timeline.notification.read.NotificationGroup;
import isegoria.timeline.notification.read.NotificationRow;
import isegoria.timeline.notification.read.Parts;
import isegoria.timeline.notification.write.Activity;
import isegoria.timeline.notification.write.InboxEvent;
import isegoria.timeline.notification.write.InboxEvent.NotificationAdded;
import isegoria.timeline.notification.write.InboxEvent.NotificationDismissed;
import isegoria.timeline.notification.write.InboxEvent.NotificationGroupDismissed;
import isegoria.timeline.notification.write.InboxEvent.NotificationWithdrawn;
import isegoria.timeline.notification.write.InboxEvent.NotificationsCleared;
import isegoria.timeline.notification.write.InboxEvent.NotificationsErased;
import isegoria.timeline.notification.write.NotificationType;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Notifications on disk are what the facts say, in whichever order these come again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NotificationTablesIT {

  private static final Instant NOON = Instant.parse("2026-03-31T20:00:00Z");
  private static final long FIRST = NOON.toEpochMilli() << 16;
  private static final long HOUR = NOON.getEpochSecond() / 3_600;
  private static final long HOUR_OF_IDS = Duration.ofHours(1).toMillis() << 16;
  private static final String GROUP = "favourite-7-" + HOUR;

  private Cassandra cassandra;
  private NotificationRows rows;
  private CassandraNotifications notifications;
  private long owners;

  @BeforeAll
  void open() {
    InetSocketAddress at = Backing.sharedCassandra();
    cassandra =
        Cassandra.open(
            CassandraProperties.local(at.getHostString() + ":" + at.getPort()),
            "notification_tables");
    rows = new NotificationRows(cassandra);
    notifications = new CassandraNotifications(cassandra);
  }

  @AfterAll
  void close() {
    cassandra.close();
  }

  private static Activity like(long from) {
    return new Activity(NotificationType.FAVOURITE, new AccountId(from), new PostId(7));
  }

  private static NotificationAdded mention(long id, long number) {
    var activity = new Activity(NotificationType.MENTION, new AccountId(2), new PostId(id));
    return new NotificationAdded(id, activity, "ungrouped-" + id, number, 1);
  }

  private static NotificationAdded liked(long id, long from, long number, long member) {
    return new NotificationAdded(id, like(from), GROUP, number, member);
  }

  private void apply(long owner, InboxEvent event, long micros) {
    rows.apply(owner, event, micros).toCompletableFuture().join();
  }

  private List<Long> ids(long owner, boolean grouped, Page page) {
    return notifications.rows(owner, grouped, page).stream().map(NotificationRow::id).toList();
  }

  private List<Member> members(long owner, int limit) {
    List<NotificationGroup> groups =
        List.copyOf(notifications.groups(owner, List.of(GROUP)).values());
    return notifications.members(owner, groups, limit).stream().flatMap(List::stream).toList();
  }

  @Test
  void a_list_goes_on_over_its_parts_in_both_directions() {
    long owner = ++owners;
    var all = new ArrayList<Long>();
    for (int at = 0; at < 6; at++) {
      long number = Parts.ROWS_PER_PART - 3L + at;
      if (at == 0) {
        // Its part is known from its first.
        apply(owner, mention(FIRST - 1, 0), 1);
      }
      apply(owner, mention(FIRST + at, number), 1);
      all.addFirst(FIRST + at);
    }
    all.add(FIRST - 1);
    assertThat(ids(owner, false, Page.first(40))).isEqualTo(all);
    assertThat(ids(owner, false, new Page(2, FIRST + 4, Page.OLDEST, false)))
        .containsExactly(FIRST + 3, FIRST + 2);
    assertThat(ids(owner, false, new Page(3, Page.NEWEST, FIRST + 1, true)))
        .containsExactly(FIRST + 4, FIRST + 3, FIRST + 2);
    assertThat(ids(owner, true, Page.first(40))).isEmpty();
    NotificationRow one = Objects.requireNonNull(notifications.row(owner, FIRST + 5));
    assertThat(one.activity()).isEqualTo(mention(FIRST + 5, 0).activity());
    assertThat(notifications.row(owner, FIRST + 6)).isNull();
  }

  @Test
  void a_group_has_its_newest_count_and_members() {
    long owner = ++owners;
    apply(owner, liked(FIRST, 2, 0, 1), 1);
    apply(owner, liked(FIRST + 5 * HOUR_OF_IDS, 3, 1, 2), 2);
    // An older fact that comes again changes nothing.
    apply(owner, liked(FIRST, 2, 0, 1), 1);
    var expected =
        new NotificationGroup(GROUP, NotificationType.FAVOURITE, 7, FIRST + 5 * HOUR_OF_IDS, 2, 0);
    // It began in March, and its newest member is of April.
    assertThat(notifications.groups(owner, Page.first(1))).containsExactly(expected);
    assertThat(notifications.groups(owner, new Page(5, Page.NEWEST, FIRST, true)))
        .containsExactly(expected);
    assertThat(notifications.groups(owner, new Page(5, FIRST, Page.OLDEST, false))).isEmpty();
    assertThat(members(owner, 10))
        .containsExactly(new Member(FIRST + 5 * HOUR_OF_IDS, 3), new Member(FIRST, 2));
  }

  @Test
  void what_is_withdrawn_is_gone_and_stays_gone_when_facts_come_again() {
    long owner = ++owners;
    for (int round = 0; round < 2; round++) {
      apply(owner, liked(FIRST, 2, 0, 1), 1);
      apply(owner, new NotificationWithdrawn(like(2)), 2);
    }
    assertThat(ids(owner, true, Page.first(5))).isEmpty();
    assertThat(members(owner, 5)).isEmpty();
    assertThat(notifications.withdrawn(owner, GROUP, 0)).isEqualTo(1);
    apply(owner, liked(FIRST + 1, 2, 1, 2), 3);
    // The first end is not the end of the second like.
    apply(owner, new NotificationWithdrawn(like(2)), 2);
    assertThat(ids(owner, true, Page.first(5))).containsExactly(FIRST + 1);
    assertThat(notifications.withdrawn(owner, GROUP, 0)).isEqualTo(1);
  }

  @Test
  void what_is_dismissed_or_cleared_is_known() {
    long owner = ++owners;
    apply(owner, mention(FIRST, 0), 1);
    apply(owner, liked(FIRST + 1, 2, 1, 1), 2);
    apply(owner, new NotificationDismissed(FIRST), 3);
    assertThat(notifications.row(owner, FIRST)).isNull();
    apply(owner, new NotificationGroupDismissed(GROUP, FIRST + 1), 4);
    assertThat(notifications.groups(owner, Page.first(5))).isEmpty();
    apply(owner, liked(FIRST + 2, 3, 2, 1), 5);
    assertThat(notifications.groups(owner, Page.first(5))).hasSize(1);
    assertThat(members(owner, 5)).containsExactly(new Member(FIRST + 2, 3));
    apply(owner, new NotificationsCleared(FIRST + 2), 6);
    assertThat(notifications.clearedUpTo(owner)).isEqualTo(FIRST + 2);
  }

  @Test
  void an_erased_account_leaves_nothing() {
    long owner = ++owners;
    apply(owner, mention(FIRST, 0), 1);
    apply(owner, liked(FIRST + 1, 2, 1, 1), 2);
    apply(owner, liked(FIRST + 2, 3, 2, 2), 3);
    apply(owner, new NotificationWithdrawn(like(3)), 4);
    apply(owner, new NotificationsCleared(FIRST), 5);
    long micros = NOON.plusSeconds(60).toEpochMilli() * 1_000;
    apply(owner, new NotificationsErased(), micros);
    assertThat(ids(owner, false, Page.first(5))).isEmpty();
    assertThat(ids(owner, true, Page.first(5))).isEmpty();
    assertThat(notifications.groups(owner, List.of(GROUP))).isEmpty();
    assertThat(notifications.withdrawn(owner, GROUP, 0)).isZero();
    assertThat(notifications.clearedUpTo(owner)).isZero();
  }
}
