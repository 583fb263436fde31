package isegoria.timeline.feed.read.relation;

/** How two accounts stand to each other now; {@code lowId} is the smaller id. */
public record Relation(long lowId, long highId, Side low, Side high) {

  /** The relation of two accounts between which nothing is left. */
  public static Relation none(long lowId, long highId) {
    return new Relation(lowId, highId, Side.NOTHING, Side.NOTHING);
  }
}
