package isegoria.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.gateway.testing.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InstancesTest {
  private static final URI A = URI.create("http://a:1");
  private static final URI B = URI.create("http://b:1");
  private static final URI C = URI.create("http://c:1");

  private final ManualClock clock = new ManualClock();
  private final Instances instances = new Instances(List.of(A, B, C), Duration.ofSeconds(2), clock);

  private Map<String, URI> homes() {
    return IntStream.range(0, 3000)
        .mapToObj(Integer::toString)
        .collect(Collectors.toMap(Function.identity(), id -> instances.choose(id, Set.of())));
  }

  @Test
  void accounts_are_spread_evenly() {
    Map<URI, Long> spread =
        homes().values().stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(spread).hasSize(3).allSatisfy((_, n) -> assertThat(n).isBetween(850L, 1150L));
  }

  @Test
  void losing_an_instance_moves_only_its_own_accounts_and_they_come_back() {
    Map<String, URI> before = homes();
    instances.eject(B);
    Map<String, URI> without = homes();
    before.forEach((id, home) -> {
      if (home.equals(B)) {
        assertThat(without.get(id)).isNotEqualTo(B);
      } else {
        assertThat(without.get(id)).isEqualTo(home);
      }
    });
    clock.advance(Duration.ofSeconds(2));
    assertThat(homes()).isEqualTo(before);
  }

  @Test
  void without_an_account_each_has_its_turn() {
    assertThat(IntStream.range(0, 6).mapToObj(_ -> instances.choose(null, Set.of())).toList())
        .containsExactly(A, B, C, A, B, C);
  }

  @Test
  void when_all_are_out_all_are_asked() {
    List.of(A, B, C).forEach(instances::eject);
    assertThat(instances.choose("1", Set.of())).isIn(A, B, C);
    assertThat(instances.choose("1", Set.of(A, B))).isEqualTo(C);
    assertThat(instances.hasOtherThan(Set.of(A, B, C))).isFalse();
  }
}
