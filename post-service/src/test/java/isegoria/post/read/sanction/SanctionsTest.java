package isegoria.post.read.sanction;

import static isegoria.post.write.Samples.ANA;
import static isegoria.post.write.Samples.HELLO_ID;
import static isegoria.post.write.Samples.LATER;
import static isegoria.post.write.Samples.NOON;
import static isegoria.post.write.Samples.REPLY_ID;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.post.read.sanction.Sanction.Kind;
import org.junit.jupiter.api.Test;

final class SanctionsTest {

  private final Sanctions sanctions = new Sanctions();

  @Test
  void a_removed_post_is_hidden_and_no_other() {
    sanctions.impose("k", new Sanction(ANA, Kind.REMOVE_POST, HELLO_ID, null));
    assertThat(sanctions.hides(HELLO_ID, ANA, NOON)).isTrue();
    assertThat(sanctions.hides(REPLY_ID, ANA, NOON)).isFalse();
    assertThat(sanctions.isSilenced(ANA, NOON)).isFalse();
  }

  @Test
  void a_suspension_hides_and_silences_until_it_is_lifted() {
    sanctions.impose("k", new Sanction(ANA, Kind.SUSPEND, null, null));
    assertThat(sanctions.hides(HELLO_ID, ANA, NOON)).isTrue();
    assertThat(sanctions.isSilenced(ANA, NOON)).isTrue();
    sanctions.lift("k");
    assertThat(sanctions.hides(HELLO_ID, ANA, NOON)).isFalse();
    assertThat(sanctions.isSuspended(ANA, NOON)).isFalse();
  }

  @Test
  void a_sanction_ends_by_itself() {
    sanctions.impose("k", new Sanction(ANA, Kind.FREEZE, null, LATER));
    assertThat(sanctions.isSilenced(ANA, NOON)).isTrue();
    assertThat(sanctions.isSilenced(ANA, LATER)).isFalse();
  }

  @Test
  void one_of_two_that_is_lifted_leaves_the_other() {
    sanctions.impose("one", new Sanction(ANA, Kind.LIMIT, null, null));
    sanctions.impose("two", new Sanction(ANA, Kind.FREEZE, null, null));
    sanctions.lift("one");
    assertThat(sanctions.isLimited(ANA, NOON)).isFalse();
    assertThat(sanctions.isSilenced(ANA, NOON)).isTrue();
  }
}
