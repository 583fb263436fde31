package isegoria.service;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The configuration of every service that keeps state: keys {@code isegoria.*}.
 *
 * @param standbys copies of every store on other instances, 0 to 2; an only instance takes 0
 * @param dedupeWindow how long a repeated command gets its first answer; shorter only in tests
 */
@ConfigurationProperties("isegoria")
public record ServiceProperties(
    @DefaultValue("1") int standbys, @DefaultValue("24h") Duration dedupeWindow) {

  private static final int STANDBYS_MAX = 2;

  public ServiceProperties {
    if (standbys < 0 || standbys > STANDBYS_MAX) {
      throw new IllegalArgumentException(
          "isegoria.standbys: " + standbys + " (expected: 0 to " + STANDBYS_MAX + ")");
    }
  }
}
