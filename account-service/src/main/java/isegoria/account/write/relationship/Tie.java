package isegoria.account.write.relationship;

import isegoria.eventsourcing.StoredName;
import java.time.Instant;

/** What one account is to another. A block excludes the rest; a mute stands beside it. */
public sealed interface Tie {

  @StoredName("NoTie")
  record NoTie() implements Tie {}

  @StoredName("Requested")
  record Requested(Instant since, FollowOptions options) implements Tie {}

  @StoredName("Following")
  record Following(Instant since, FollowOptions options) implements Tie {}

  @StoredName("Blocking")
  record Blocking(Instant since) implements Tie {}
}
