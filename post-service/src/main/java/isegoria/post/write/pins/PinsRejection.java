package isegoria.post.write.pins;

import isegoria.events.AccountId;

/** Why a post cannot be kept on top. */
public sealed interface PinsRejection {

  /** There is no such post. */
  record NoSuchPost() implements PinsRejection {}

  /** It is somebody else's. */
  record NotTheAuthor(AccountId author) implements PinsRejection {}

  /** It is for the mentioned only. */
  record NotPinnable() implements PinsRejection {}

  /** There are as many as there may be. */
  record TooManyPins(int max) implements PinsRejection {}
}
