package isegoria.timeline.notification.write;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.testkit.DeciderSpec;
import isegoria.timeline.notification.kafka.InboxAggregate;
import isegoria.timeline.notification.write.InboxCommand.Add;
import isegoria.timeline.notification.write.InboxCommand.Clear;
import isegoria.timeline.notification.write.InboxCommand.Dismiss;
import isegoria.timeline.notification.write.InboxCommand.DismissGroup;
import isegoria.timeline.notification.write.InboxCommand.Erase;
import isegoria.timeline.notification.write.InboxCommand.Withdraw;
import isegoria.timeline.notification.write.InboxEvent.NotificationAdded;
import isegoria.timeline.notification.write.InboxEvent.NotificationDismissed;
import isegoria.timeline.notification.write.InboxEvent.NotificationGroupDismissed;
import isegoria.timeline.notification.write.InboxEvent.NotificationWithdrawn;
import isegoria.timeline.notification.write.InboxEvent.NotificationsCleared;
import isegoria.timeline.notification.write.InboxEvent.NotificationsErased;
import isegoria.timeline.notification.write.InboxRejection.NoSuchNotification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class InboxDeciderTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final long NOON_ID = NOON.toEpochMilli() << 16;
  private static final long HOUR = NOON.getEpochSecond() / 3_600;
  private static final PostId POST = new PostId(7);
  private static final Activity BO_LIKES = likes(2);
  private static final Activity CY_LIKES = likes(3);
  private static final Activity BO_MENTIONS =
      new Activity(NotificationType.MENTION, new AccountId(2), new PostId(8));
  private static final String GROUP = "favourite-7-" + HOUR;
  private static final NotificationAdded FIRST =
      new NotificationAdded(NOON_ID, BO_LIKES, GROUP, 0, 1);

  private final DeciderSpec<InboxCommand, Inbox, InboxEvent, InboxRejection> inbox =
      DeciderSpec.of(InboxAggregate.INBOX);

  private static Activity likes(long from) {
    return new Activity(NotificationType.FAVOURITE, new AccountId(from), POST);
  }

  @Nested
  final class Ids {

    @Test
    void say_when_it_happened() {
      inbox.given().when(new Add(BO_LIKES, NOON)).then(FIRST);
    }

    @Test
    void rise_also_when_an_older_event_comes_later() {
      inbox
          .given(FIRST)
          .when(new Add(CY_LIKES, NOON.minusSeconds(60)))
          .then(new NotificationAdded(NOON_ID + 1, CY_LIKES, GROUP, 1, 2));
    }
  }

  @Nested
  final class Groups {

    @Test
    void take_members_for_less_than_twelve_hours_from_the_hour_of_their_first() {
      Instant last = NOON.plus(Duration.ofHours(12)).minusMillis(1);
      inbox
          .given(FIRST)
          .when(new Add(CY_LIKES, last))
          .then(new NotificationAdded(last.toEpochMilli() << 16, CY_LIKES, GROUP, 1, 2));
      Instant over = NOON.plus(Duration.ofHours(12));
      inbox
          .given(FIRST)
          .when(new Add(CY_LIKES, over))
          .then(
              new NotificationAdded(
                  over.toEpochMilli() << 16, CY_LIKES, "favourite-7-" + (HOUR + 12), 1, 1));
    }

    @Test
    void are_about_one_post_and_one_type() {
      var boosted = new Activity(NotificationType.REBLOG, new AccountId(3), POST);
      inbox
          .given(FIRST)
          .when(new Add(boosted, NOON))
          .then(new NotificationAdded(NOON_ID + 1, boosted, "reblog-7-" + HOUR, 1, 1));
    }

    @Test
    void do_not_take_what_must_be_read_one_by_one() {
      inbox
          .given()
          .when(new Add(BO_MENTIONS, NOON))
          .then(new NotificationAdded(NOON_ID, BO_MENTIONS, "ungrouped-" + NOON_ID, 0, 1));
    }

    @Test
    void have_an_end_to_their_number() {
      var full = new NotificationAdded[Inbox.GROUPS_OPEN_MAX];
      for (int at = 0; at < full.length; at++) {
        var about =
            new Activity(NotificationType.FAVOURITE, new AccountId(2), new PostId(100 + at));
        full[at] = new NotificationAdded(NOON_ID + at, about, about.subject() + "-" + HOUR, at, 1);
      }
      long next = NOON_ID + full.length;
      inbox
          .given(full)
          .when(new Add(BO_LIKES, NOON))
          .then(new NotificationAdded(next, BO_LIKES, "ungrouped-" + next, full.length, 1));
      Inbox after = InboxDecider.INBOX.evolve(Inbox.EMPTY, List.of(full));
      assertThat(after.open()).hasSize(Inbox.GROUPS_OPEN_MAX);
      Instant later = NOON.plus(Duration.ofHours(12));
      var first =
          new NotificationAdded(
              later.toEpochMilli() << 16, BO_LIKES, "favourite-7-" + (HOUR + 12), 1, 1);
      assertThat(InboxDecider.evolve(after, first).open()).hasSize(1);
    }

    @Test
    void begin_again_after_they_were_dismissed() {
      var dismissed = new NotificationGroupDismissed(GROUP, NOON_ID);
      inbox.given(FIRST).when(new DismissGroup(GROUP)).then(dismissed);
      inbox
          .given(FIRST, dismissed)
          .when(new Add(CY_LIKES, NOON))
          .then(new NotificationAdded(NOON_ID + 1, CY_LIKES, GROUP, 1, 1));
    }
  }

  @Nested
  final class Ends {

    @Test
    void what_is_undone_is_withdrawn() {
      inbox.given(FIRST).when(new Withdraw(BO_LIKES)).then(new NotificationWithdrawn(BO_LIKES));
      inbox.given().when(new Withdraw(BO_LIKES)).thenNothing();
    }

    @Test
    void one_is_dismissed_and_one_that_never_was_is_refused() {
      inbox.given(FIRST).when(new Dismiss(NOON_ID)).then(new NotificationDismissed(NOON_ID));
      inbox.given(FIRST).when(new Dismiss(NOON_ID + 1)).thenRejected(new NoSuchNotification());
    }

    @Test
    void all_are_cleared_once() {
      var cleared = new NotificationsCleared(NOON_ID);
      inbox.given(FIRST).when(new Clear()).then(cleared);
      inbox.given(FIRST, cleared).when(new Clear()).thenNothing();
      inbox.given(FIRST, cleared).when(new Dismiss(NOON_ID)).thenNothing();
      inbox.given().when(new Clear()).thenNothing();
    }

    @Test
    void an_erased_account_has_none() {
      inbox.given(FIRST).when(new Erase()).then(new NotificationsErased());
      inbox.given().when(new Erase()).thenNothing();
      assertThat(InboxAggregate.INBOX.unreadableErased("1/inbox")).isEqualTo(Inbox.EMPTY);
    }
  }
}
