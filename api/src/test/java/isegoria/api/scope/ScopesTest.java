package isegoria.api.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScopesTest {

  @Test
  void a_parent_grants_its_children_and_no_other() {
    assertThat(scopes("read").grants("read:statuses")).isTrue();
    assertThat(scopes("read").grants("write:statuses")).isFalse();
    assertThat(scopes("read:statuses").grants("read")).isFalse();
    assertThat(scopes("read").grants("admin:read")).isFalse();
    assertThat(scopes("read").grants("reader")).isFalse();
    assertThat(scopes("admin:read").grants("admin:read:accounts")).isTrue();
  }

  @Test
  void follow_stands_for_blocks_follows_and_mutes() {
    assertThat(scopes("follow").grants("write:follows")).isTrue();
    assertThat(scopes("follow").grants("read:blocks")).isTrue();
    assertThat(scopes("follow").grants("read:statuses")).isFalse();
    assertThat(scopes("follow").grants("read")).isFalse();
  }

  @Test
  void one_of_several_may_be_enough() {
    assertThat(scopes("profile").grantsAny("profile", "read:accounts")).isTrue();
    assertThat(scopes("push").grantsAny("profile", "read:accounts")).isFalse();
  }

  @Test
  void a_token_asks_no_more_than_its_app_has() {
    assertThat(scopes("read write").cover(scopes("read:statuses write"))).isTrue();
    assertThat(scopes("read write").cover(scopes("follow"))).isTrue();
    assertThat(scopes("read").cover(scopes("read write"))).isFalse();
    assertThat(scopes("read").cover(scopes(""))).isTrue();
  }

  @Test
  void an_unknown_scope_makes_the_whole_request_unknown() {
    assertThat(Scopes.parse("read fly")).isEmpty();
    assertThat(Scopes.parse("READ")).isEmpty();
    assertThat(Scopes.parse("read ".repeat(1_000))).isEmpty();
  }

  @Test
  void names_are_kept_once_in_the_order_given() {
    assertThat(scopes(" write  read\nwrite ")).hasToString("write read");
    assertThat(scopes(" ").isEmpty()).isTrue();
  }

  @Test
  void every_supported_scope_is_one() {
    assertThat(Scopes.SUPPORTED).hasSize(47).doesNotHaveDuplicates();
    assertThat(Scopes.parse(String.join(" ", Scopes.SUPPORTED))).isPresent();
  }

  private static Scopes scopes(String raw) {
    return Scopes.parse(raw).orElseThrow();
  }
}
