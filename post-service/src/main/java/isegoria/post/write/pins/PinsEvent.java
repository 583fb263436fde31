package isegoria.post.write.pins;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;

/** What happened to an author's pins. */
public sealed interface PinsEvent {

  PinnedPost pin();

  /** It is on top. */
  @StoredName("PostPinned")
  record PostPinned(AccountId author, PinnedPost pin) implements PinsEvent {}

  /** It is not any more. */
  @StoredName("PostUnpinned")
  record PostUnpinned(AccountId author, PinnedPost pin) implements PinsEvent {}
}
