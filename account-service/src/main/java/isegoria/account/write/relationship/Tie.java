package isegoria.account.write.relationship;

import java.time.Instant;

/** What one account is to another. A block excludes the rest; a mute stands beside it. */
public sealed interface Tie {

  record NoTie() implements Tie {}

  record Requested(Instant since, FollowOptions options) implements Tie {}

  record Following(Instant since, FollowOptions options) implements Tie {}

  record Blocking(Instant since) implements Tie {}
}
