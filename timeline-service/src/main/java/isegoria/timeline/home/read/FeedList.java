package isegoria.timeline.home.read;

import it.unimi.dsi.fastutil.longs.LongSet;

/**
 * A list that a reader made of accounts, as far as feeds need it.
 *
 * @param exclusive whether posts of its members stay out of the reader's home
 * @param members as the list names them; one who is followed no more shows nothing
 */
public record FeedList(long id, Replies replies, boolean exclusive, LongSet members) {

  /** Whose replies a list shows, beside those of its members to themselves and to the reader. */
  public enum Replies {
    /** Those to anyone whom the reader follows. */
    FOLLOWED,

    /** Those to members. */
    LIST,

    NONE
  }
}
