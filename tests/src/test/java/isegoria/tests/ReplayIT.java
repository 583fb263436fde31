package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.replay.ReplayResult;
import isegoria.tests.replay.ReplayRun;
import isegoria.tests.replay.ReplayWorld;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ReplayIT {

  @Test
  void tables_made_again_from_topics_answer_as_before_and_one_left_out_is_found()
      throws IOException {
    try (var run = new ReplayRun(Shared.system().processes())) {
      run.record(
          new ReplayWorld.Sizes(ReplayWorld.PEOPLE_MIN, 30, 4, 1, 6, Settings.ofProcess().seed()));
      run.empty();
      run.rebuild();
      ReplayResult whole = Replay.told(run.compare());
      assertThat(whole.holds()).as(whole.line()).isTrue();
      assertThat(whole.answers()).isGreaterThan(300);

      run.forget("post.bookmark_by_actor");
      ReplayResult planted = run.compare("bookmarks");
      assertThat(planted.differences()).isNotEmpty().allMatch(line -> line.contains("/bookmarks"));
      assertThat(planted.flaws()).hasSize(1);

      // Services that run make a table again too, while they serve.
      run.rebuild();
      ReplayResult again = Replay.told(run.compare());
      assertThat(again.holds()).as(again.line()).isTrue();
    }
  }
}
