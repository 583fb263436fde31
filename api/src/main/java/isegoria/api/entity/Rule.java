package isegoria.api.entity;

import java.util.Map;

/** A rule of this server, which reports and sanctions refer to. */
@SnakeCase
public record Rule(String id, String text, String hint, Map<String, Translation> translations) {
  /** The same rule in another language. */
  @SnakeCase
  public record Translation(String text, String hint) {}
}
