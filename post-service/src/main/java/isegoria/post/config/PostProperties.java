package isegoria.post.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be tuned here: the keys {@code isegoria.post.*}.
 *
 * @param standbys copies of every store on other instances, where there are any
 * @param dedupeWindow how long a repeated command gets its first answer; the canary test sets
 *     seconds
 */
@ConfigurationProperties("isegoria.post")
public record PostProperties(
    @DefaultValue("1") int standbys, @DefaultValue("24h") Duration dedupeWindow) {

  public PostProperties {
    if (standbys < 0 || standbys > 2) {
      throw new IllegalArgumentException("standbys: " + standbys + " (expected: 0 to 2)");
    }
  }
}
