package isegoria.gateway.upstream;

import java.util.Locale;

/** A service behind the gateway. */
public enum Upstream {
  ACCOUNT,
  POST,
  TIMELINE,
  MODERATION;

  /** The word used in configuration, metrics and route ids. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
