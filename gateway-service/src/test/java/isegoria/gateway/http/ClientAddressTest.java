package isegoria.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ClientAddressTest {
  private static final InetAddress PEER = InetAddress.ofLiteral("10.0.0.1");
  private static final Set<String> PROXIES = Set.of("10.0.0.1", "10.0.0.2");

  @Test
  void a_stranger_does_not_choose_its_address() {
    assertThat(ClientAddress.of(PEER, List.of("6.6.6.6"), Set.of()).text()).isEqualTo("10.0.0.1");
  }

  @Test
  void behind_proxies_the_last_address_that_is_none_of_them_counts() {
    assertThat(ClientAddress.of(PEER, List.of("6.6.6.6, 1.2.3.4, 10.0.0.2"), PROXIES).text())
        .isEqualTo("1.2.3.4");
    assertThat(ClientAddress.of(PEER, List.of("6.6.6.6", "1.2.3.4"), PROXIES).text())
        .isEqualTo("1.2.3.4");
    assertThat(ClientAddress.of(PEER, List.of("nonsense"), PROXIES).text()).isEqualTo("10.0.0.1");
    assertThat(ClientAddress.of(PEER, List.of(), PROXIES).text()).isEqualTo("10.0.0.1");
  }

  @Test
  void a_home_with_many_addresses_counts_as_one() {
    var one = ClientAddress.of(InetAddress.ofLiteral("2001:db8:1:2::1"), List.of(), Set.of());
    var two = ClientAddress.of(InetAddress.ofLiteral("2001:db8:1:2:3::9"), List.of(), Set.of());
    var other = ClientAddress.of(InetAddress.ofLiteral("2001:db8:1:3::1"), List.of(), Set.of());
    assertThat(one.network()).isEqualTo(two.network()).isNotEqualTo(other.network());
    assertThat(one.text()).isNotEqualTo(two.text());
  }
}
