package isegoria.post.write.pins;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;

/** Why a post cannot be kept on top. */
public sealed interface PinsRejection {

  /** There is no such post. */
  @StoredName("NoSuchPost")
  record NoSuchPost() implements PinsRejection {}

  /** Another account is its author. */
  @StoredName("NotTheAuthor")
  record NotTheAuthor(AccountId author) implements PinsRejection {}

  /** It is for the mentioned only. */
  @StoredName("NotPinnable")
  record NotPinnable() implements PinsRejection {}

  /** There are as many as there may be. */
  @StoredName("TooManyPins")
  record TooManyPins(int max) implements PinsRejection {}
}
