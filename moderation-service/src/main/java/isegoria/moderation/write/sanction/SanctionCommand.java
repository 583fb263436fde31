package isegoria.moderation.write.sanction;

import isegoria.moderation.write.Authority;
import isegoria.moderation.write.Moderator;
import java.time.Instant;

/** What may be asked of a sanction. */
public sealed interface SanctionCommand {

  record Impose(SanctionId id, Terms terms, Moderator by, Authority subject, Instant at)
      implements SanctionCommand {}

  record Lift(Moderator by, Instant at) implements SanctionCommand {}

  /** The date of review has come; sent by the clock. */
  record FallDue(Instant at) implements SanctionCommand {}

  /** The horizon has come; sent by the clock. */
  record End(Instant at) implements SanctionCommand {}

  /** Forgets it, because the person it is about is erased. */
  record Erase() implements SanctionCommand {}
}
