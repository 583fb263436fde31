package isegoria.timeline.feed.read;

import java.util.List;

/** What happens in the slim log that all feeds are made from. */
public sealed interface FeedFact {

  /** Of the post or boost. */
  long id();

  /** A post was published or boosted. */
  record Appeared(FeedEntry entry) implements FeedFact {
    @Override
    public long id() {
      return entry.id();
    }
  }

  /** A post was deleted, or a boost taken back; boosts of a deleted post go with it. */
  record Removed(long id) implements FeedFact {}

  /** An edit changed whom a post mentions. */
  record Readdressed(long id, List<Long> mentionedIds) implements FeedFact {
    public Readdressed {
      mentionedIds = List.copyOf(mentionedIds);
    }
  }
}
