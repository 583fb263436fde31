package isegoria.timeline.notification.read;

import static isegoria.timeline.notification.read.Screen.Verdict.FILTERED;
import static isegoria.timeline.notification.read.Screen.Verdict.HIDDEN;
import static isegoria.timeline.notification.read.Screen.Verdict.SHOWN;
import static isegoria.timeline.notification.write.settings.PolicyLevel.ACCEPT;
import static isegoria.timeline.notification.write.settings.PolicyLevel.DROP;
import static isegoria.timeline.notification.write.settings.PolicyLevel.FILTER;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import isegoria.timeline.notification.write.settings.NotificationPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ana asks. Bo is new here, cy is not; no account follows another unless it says so. */
final class ScreenTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final long ANA = 1;
  private static final long BO = Buckets.firstIdAt(NOW.minus(Duration.ofDays(29)));
  private static final long CY = Buckets.firstIdAt(NOW.minus(Duration.ofDays(31)));
  private static final long LIMITED = 3;
  private static final long SUSPENDED = 4;
  private static final NotificationPolicy OPEN =
      new NotificationPolicy(ACCEPT, ACCEPT, ACCEPT, ACCEPT, ACCEPT);

  private static final Restrictions SANCTIONS =
      new Restrictions() {
        @Override
        public boolean isSuspended(long accountId) {
          return accountId == SUSPENDED;
        }

        @Override
        public boolean isLimited(long accountId) {
          return accountId == LIMITED;
        }

        @Override
        public boolean isRemoved(long postId, long authorId) {
          return false;
        }
      };

  private final RelationGraph graph = new RelationGraph(InstantSource.fixed(NOW));

  private Screen screen(NotificationPolicy policy) {
    return screen(new Settings(policy, Set.of(), Map.of()));
  }

  private Screen screen(Settings settings) {
    return new Screen(graph.reader(ANA), graph, SANCTIONS, settings, NOW);
  }

  private void anaDoes(long towards, Side side) {
    graph.set(new Relation(ANA, towards, side, Side.NOTHING));
  }

  @Test
  void blocks_mutes_of_notifications_and_suspensions_hide() {
    assertThat(screen(OPEN).of(CY, 1, false)).isEqualTo(SHOWN);
    assertThat(screen(OPEN).of(SUSPENDED, 1, false)).isEqualTo(HIDDEN);
    anaDoes(CY, Side.blocking());
    assertThat(screen(OPEN).of(CY, 1, false)).isEqualTo(HIDDEN);
    anaDoes(CY, new Side(null, false, Instant.MAX, true));
    assertThat(screen(OPEN).of(CY, 1, false)).isEqualTo(HIDDEN);
    anaDoes(CY, new Side(null, false, Instant.MAX, false));
    assertThat(screen(OPEN).of(CY, 1, false)).isEqualTo(SHOWN);
    anaDoes(CY, new Side(null, false, NOW.minusSeconds(1), true));
    assertThat(screen(OPEN).of(CY, 1, false)).isEqualTo(SHOWN);
    graph.set(new Relation(ANA, CY, Side.NOTHING, Side.blocking()));
    assertThat(screen(OPEN).of(CY, 1, false)).isEqualTo(HIDDEN);
  }

  @Test
  void each_part_of_a_policy_is_about_its_own_senders() {
    var newOnes = new NotificationPolicy(ACCEPT, ACCEPT, FILTER, ACCEPT, ACCEPT);
    assertThat(screen(newOnes).of(BO, 1, false)).isEqualTo(FILTERED);
    assertThat(screen(newOnes).of(CY, 1, false)).isEqualTo(SHOWN);
    assertThat(screen(NotificationPolicy.USUAL).of(CY, 1, true)).isEqualTo(FILTERED);
    assertThat(screen(NotificationPolicy.USUAL).of(CY, 1, false)).isEqualTo(SHOWN);
    assertThat(screen(NotificationPolicy.USUAL).of(LIMITED, 1, false)).isEqualTo(FILTERED);
    var strangers = new NotificationPolicy(DROP, ACCEPT, FILTER, ACCEPT, ACCEPT);
    assertThat(screen(strangers).of(BO, 1, false)).isEqualTo(HIDDEN);
    anaDoes(BO, Side.following(Follow.WHOLE));
    assertThat(screen(strangers).of(BO, 1, true)).isEqualTo(SHOWN);
  }

  @Test
  void who_does_not_follow_may_be_kept_apart_though_followed() {
    var others = new NotificationPolicy(ACCEPT, FILTER, ACCEPT, ACCEPT, ACCEPT);
    anaDoes(CY, Side.following(Follow.WHOLE));
    assertThat(screen(others).of(CY, 1, false)).isEqualTo(FILTERED);
    graph.set(new Relation(ANA, CY, Side.NOTHING, Side.following(Follow.WHOLE)));
    assertThat(screen(others).of(CY, 1, false)).isEqualTo(SHOWN);
  }

  @Test
  void a_decision_about_a_sender_comes_before_the_policy() {
    var accepted = new Settings(NotificationPolicy.USUAL, Set.of(CY), Map.of());
    assertThat(screen(accepted).of(CY, 1, true)).isEqualTo(SHOWN);
    var dismissed = new Settings(NotificationPolicy.USUAL, Set.of(CY), Map.of(CY, 5L));
    assertThat(screen(dismissed).of(CY, 5, false)).isEqualTo(HIDDEN);
    assertThat(screen(dismissed).of(CY, 6, false)).isEqualTo(SHOWN);
    anaDoes(CY, Side.blocking());
    assertThat(screen(accepted).of(CY, 1, false)).isEqualTo(HIDDEN);
  }
}
