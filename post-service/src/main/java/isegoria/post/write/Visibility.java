package isegoria.post.write;

/** Whom a post is for. It exists as a type so that every rule about it is a complete switch. */
public enum Visibility {
  /** Everybody, in every feed. */
  PUBLIC,
  /** Everybody, but not in feeds of the whole server. */
  UNLISTED,
  /** The author's followers and those mentioned. */
  PRIVATE,
  /** Those mentioned. */
  DIRECT;

  /** Whether everybody may read it, so that its facts belong to the open topics. */
  public boolean isOpen() {
    return this == PUBLIC || this == UNLISTED;
  }
}
