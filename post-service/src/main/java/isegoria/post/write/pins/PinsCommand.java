package isegoria.post.write.pins;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.write.Target;

/** What an author may ask of the pins. */
public sealed interface PinsCommand {

  /** Keep it on top. */
  record Pin(AccountId by, Target target) implements PinsCommand {}

  /** No longer. */
  record Unpin(PostId post) implements PinsCommand {}
}
