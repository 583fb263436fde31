package isegoria.timeline.feed.read.live;

/** What an event is about: whom it reaches follows from who listens to that. */
public sealed interface StreamKey {

  /** An account's home, and whatever else is that account's alone. */
  record Home(long account) implements StreamKey {}

  /** An account's notifications; who listens to a home listens to these too. */
  record Notifications(long account) implements StreamKey {}

  /** An account's conversations. */
  record Conversations(long account) implements StreamKey {}

  /** A list of accounts, by its id. */
  record OfList(long list) implements StreamKey {}

  /** The public feed. */
  record Public() implements StreamKey {}

  /** The posts of a tag, by its regular name. */
  record Tag(String name) implements StreamKey {}
}
