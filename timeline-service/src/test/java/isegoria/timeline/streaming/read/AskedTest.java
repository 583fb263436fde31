package isegoria.timeline.streaming.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.feed.read.live.StreamKey;
import isegoria.timeline.streaming.read.Channel.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AskedTest {

  private static final long ANA = 7;

  private static Channel channel(String stream, @Nullable String tag, @Nullable String list) {
    return (Channel) Asked.of(stream, tag, list);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user",
        "user:notification",
        "public",
        "public:media",
        "public:local",
        "public:local:media",
        "public:remote",
        "public:remote:media",
        "direct"
      })
  void every_stream_goes_by_the_name_that_it_was_asked_for(String name) {
    assertThat(channel(name, null, null).label()).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "users", "user:media", "hashtag:media", "direct:media", ":media", "USER"})
  void another_name_is_unknown(String name) {
    assertThat(Asked.of(name, "cats", "1")).isEqualTo(Asked.Refused.UNKNOWN);
  }

  @Test
  void a_tag_is_heard_by_its_regular_name_and_told_as_it_was_written() {
    Channel cats = channel("hashtag:local", "Cats", null);
    assertThat(cats.label()).containsExactly("hashtag:local", "Cats");
    assertThat(cats.keys(ANA, false)).containsExactly(new StreamKey.Tag("cats"));
  }

  @Test
  void a_tag_or_a_list_that_is_not_said_or_cannot_be_is_refused() {
    assertThat(Asked.of("hashtag", null, null)).isEqualTo(Asked.Refused.NO_TAG);
    assertThat(Asked.of("hashtag", "#", null)).isEqualTo(Asked.Refused.NO_TAG);
    assertThat(Asked.of("hashtag", "x".repeat(101), null)).isEqualTo(Asked.Refused.LONG_TAG);
    assertThat(Asked.of("list", null, "")).isEqualTo(Asked.Refused.NO_LIST);
    assertThat(Asked.of("list", null, "1x")).isEqualTo(Asked.Refused.NOT_THAT_LIST);
    assertThat(channel("list", null, "12").keys(ANA, true))
        .containsExactly(new StreamKey.OfList(12));
  }

  @Test
  void a_home_brings_its_notifications_only_to_a_token_that_may_read_them() {
    Channel user = new Channel(Kind.USER, false, "");
    assertThat(user.keys(ANA, true))
        .isEqualTo(List.of(new StreamKey.Home(ANA), new StreamKey.Notifications(ANA)));
    assertThat(user.keys(ANA, false)).containsExactly(new StreamKey.Home(ANA));
    assertThat(user.scope()).isEqualTo("read:statuses");
    assertThat(new Channel(Kind.NOTIFICATIONS, false, "").scope()).isEqualTo("read:notifications");
  }

  @Test
  void what_is_local_is_everything_and_what_is_remote_nothing() {
    assertThat(channel("public:local", null, null).keys(ANA, true))
        .isEqualTo(channel("public", null, null).keys(ANA, true));
    assertThat(channel("public:remote", null, null).keys(ANA, true)).isEmpty();
  }
}
