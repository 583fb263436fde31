package isegoria.api.text;

import isegoria.api.Origin;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A name in a text: {@code @name}, or {@code @name@domain}. Not yet known to exist. */
public record Mention(String name, @Nullable String domain) {

  /** What two spellings of one name have in common; the key under which it is resolved. */
  public String key() {
    String written = domain == null ? name : name + "@" + domain;
    return written.toLowerCase(Locale.ROOT);
  }

  /** Whether it can only mean an account of that server. */
  public boolean isOf(Origin server) {
    return domain == null || domain.equalsIgnoreCase(server.domain());
  }
}
