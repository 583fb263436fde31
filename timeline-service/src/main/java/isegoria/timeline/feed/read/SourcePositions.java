package isegoria.timeline.feed.read;

import java.util.Map;

/**
 * The last position per source topic and partition up to which events of posts were read.
 *
 * <p>It exists because ids do not say when an entry came: imports carry old ones, and sources do
 * not wait for each other. Positions do.
 */
public record SourcePositions(Map<String, Long> positions) {

  private static final long NOTHING = -1;

  public SourcePositions {
    positions = Map.copyOf(positions);
  }

  public boolean covers(String source, long position) {
    return position <= positions.getOrDefault(source, NOTHING);
  }
}
