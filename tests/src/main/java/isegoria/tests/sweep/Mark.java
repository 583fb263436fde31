package isegoria.tests.sweep;

import java.nio.charset.StandardCharsets;

/**
 * Text that stands nowhere but where the platform put it.
 *
 * @param what which of its kind, for people who read the table
 * @param erased whether it is the erased person's, so that it must vanish
 */
public record Mark(MarkKind kind, String what, String text, boolean erased) {
  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Never the text: the sweep's own output may be kept. */
  @Override
  public String toString() {
    return what.isEmpty() ? kind.toString() : kind + " (" + what + ")";
  }
}
