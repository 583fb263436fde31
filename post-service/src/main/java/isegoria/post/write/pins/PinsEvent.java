package isegoria.post.write.pins;

import isegoria.events.AccountId;

/** What happened to an author's pins. */
public sealed interface PinsEvent {

  PinnedPost pin();

  /** It is on top. */
  record PostPinned(AccountId author, PinnedPost pin) implements PinsEvent {}

  /** It is not any more. */
  record PostUnpinned(AccountId author, PinnedPost pin) implements PinsEvent {}
}
