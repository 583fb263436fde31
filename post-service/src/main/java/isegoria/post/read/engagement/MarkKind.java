package isegoria.post.read.engagement;

/** What kinds of acts are listed. */
public enum MarkKind {
  FAVOURITE,
  BOOST,
  BOOKMARK
}
