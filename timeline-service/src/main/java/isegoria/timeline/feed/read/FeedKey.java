package isegoria.timeline.feed.read;

/** Where an entry is found: its id, and whose log it stands in. */
public record FeedKey(long id, long actorId) {}
