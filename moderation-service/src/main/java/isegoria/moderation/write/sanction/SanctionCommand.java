package isegoria.moderation.write.sanction;

import isegoria.eventsourcing.StoredName;
import isegoria.moderation.write.Authority;
import isegoria.moderation.write.Moderator;
import java.time.Instant;

/** What may be asked of a sanction. */
public sealed interface SanctionCommand {

  @StoredName("Impose")
  record Impose(SanctionId id, Terms terms, Moderator by, Authority subject, Instant at)
      implements SanctionCommand {}

  @StoredName("Lift")
  record Lift(Moderator by, Instant at) implements SanctionCommand {}

  /** The date of review has come; sent by the clock. */
  @StoredName("FallDue")
  record FallDue(Instant at) implements SanctionCommand {}

  /** The horizon has come; sent by the clock. */
  @StoredName("End")
  record End(Instant at) implements SanctionCommand {}

  /** Forgets it, because the person it is about is erased. */
  @StoredName("Erase")
  record Erase() implements SanctionCommand {}
}
