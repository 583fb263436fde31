package isegoria.timeline.home.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.feed.read.FeedKey;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.relation.Follow;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SnapshotMakerTest {

  private static final long ANA = 1;
  private static final long BO = 2;
  private static final long SOMEBODY = 3;

  private final RecentLog recent = new RecentLog(100);
  private final SnapshotMaker maker = new SnapshotMaker(recent);

  private void arrives(FeedEntry entry) {
    recent.accept(new FeedFact.Appeared(entry));
  }

  private static FeedEntry post(long id) {
    return FeedEntry.post(id, BO, FeedEntry.NO_ACCOUNT, Visibility.PUBLIC, "");
  }

  @Test
  void a_page_lasts_though_a_boost_on_it_is_of_a_removed_post() {
    var rule = new SnapshotRule(2, 50, 100);
    var reader = new PlainReader(ANA, Map.of(BO, Follow.WHOLE), Set.of(), Set.of());
    arrives(post(5));
    arrives(post(10));
    arrives(FeedEntry.boost(11, BO, 7, SOMEBODY, Visibility.PUBLIC));
    recent.accept(new FeedFact.Removed(7));
    assertThat(maker.isLasting(reader, rule)).isTrue();
    recent.missing(10);
    assertThat(maker.isLasting(reader, rule)).as("its end is not here").isFalse();
  }

  @Test
  void who_is_muted_now_is_in_the_snapshot_for_when_the_mute_ends() {
    arrives(post(10));
    var muting = new PlainReader(ANA, Map.of(BO, Follow.WHOLE), Set.of(), Set.of(BO));
    assertThat(maker.make(muting, null).keys()).containsExactly(new FeedKey(10, BO));
  }
}
