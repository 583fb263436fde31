package isegoria.timeline.feed.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.feed.read.Visibility;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeedFactCodecTest {

  private static final FeedEntry POST =
      FeedEntry.post(115_000_000_000_000_001L, 7, 0, Visibility.PUBLIC, "en");

  @Test
  void every_fact_comes_back_as_it_went_in() {
    List<FeedFact> facts =
        List.of(
            new FeedFact.Appeared(POST),
            new FeedFact.Appeared(FeedEntry.boost(9, 7, 5, 3, Visibility.UNLISTED)),
            new FeedFact.Appeared(
                new FeedEntry(
                    9,
                    7,
                    0,
                    0,
                    FeedEntry.UNKNOWN_ACCOUNT,
                    Visibility.DIRECT,
                    "",
                    true,
                    List.of(3L, Long.MAX_VALUE))),
            new FeedFact.Removed(9),
            new FeedFact.Readdressed(9, List.of(1L)));
    for (FeedFact fact : facts) {
      assertThat(FeedFactCodec.decode(FeedFactCodec.encode(fact))).isEqualTo(fact);
    }
  }

  @Test
  void a_post_takes_about_forty_bytes_and_the_same_for_ever() {
    byte[] bytes = FeedFactCodec.encode(new FeedFact.Appeared(POST));
    assertThat(bytes).hasSizeLessThanOrEqualTo(40);
    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo(
            "0101988fe4052b8001"
                + "0000000000000007"
                + "0000000000000000"
                + "0000000000000000"
                + "0002656e00");
  }

  @Test
  void bytes_that_are_no_fact_are_refused() {
    assertThatThrownBy(() -> FeedFactCodec.decode(new byte[] {9, 0, 0, 0, 0, 0, 0, 0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: 1 to 3");
  }
}
