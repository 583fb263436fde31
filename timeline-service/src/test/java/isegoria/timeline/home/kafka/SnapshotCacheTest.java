package isegoria.timeline.home.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SnapshotCacheTest {

  private static final byte[] SMALL = new byte[40];
  private static final byte[] LARGE = new byte[60];

  private final SnapshotCache lasts = new SnapshotCache(100);

  @Test
  void what_has_no_room_is_not_kept_until_others_go() {
    assertThat(lasts.replace(null, SMALL)).isSameAs(SMALL);
    assertThat(lasts.replace(null, LARGE)).isSameAs(LARGE);
    assertThat(lasts.replace(null, SMALL)).isNull();
    assertThat(lasts.replace(SMALL, LARGE)).as("grown too large").isNull();
    assertThat(lasts.replace(LARGE, null)).isNull();
    assertThat(lasts.replace(null, LARGE)).isSameAs(LARGE);
    assertThat(lasts.replace(null, SMALL)).isSameAs(SMALL);
  }
}
