package isegoria.post.write.pins;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.StoredName;
import isegoria.post.write.Target;

/** What an author may ask of the pins. */
public sealed interface PinsCommand {

  /** Keep it on top. */
  @StoredName("Pin")
  record Pin(AccountId by, Target target) implements PinsCommand {}

  /** No longer. */
  @StoredName("Unpin")
  record Unpin(PostId post) implements PinsCommand {}

  /** Their author is erased. */
  @StoredName("Erase")
  record Erase() implements PinsCommand {}
}
