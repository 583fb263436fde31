package isegoria.moderation.write.sanction;

import isegoria.eventsourcing.StoredName;
import java.time.Instant;

/** Why a sanction's command recorded nothing. */
public sealed interface SanctionRejection {

  @StoredName("NotAModerator")
  record NotAModerator() implements SanctionRejection {}

  /** No moderator decides their own case, neither against nor for. */
  @StoredName("OwnCase")
  record OwnCase() implements SanctionRejection {}

  /** A moderator does not sanction an administrator. */
  @StoredName("SubjectOutranks")
  record SubjectOutranks() implements SanctionRejection {}

  @StoredName("TermOver")
  record TermOver(Instant date) implements SanctionRejection {}

  @StoredName("TermTooLong")
  record TermTooLong(int daysMax) implements SanctionRejection {}

  @StoredName("NotImposed")
  record NotImposed() implements SanctionRejection {}

  @StoredName("NotYetDue")
  record NotYetDue(Instant due) implements SanctionRejection {}

  /** Another sanction has that id already: the edge takes another. */
  @StoredName("IdTaken")
  record IdTaken() implements SanctionRejection {}

  @StoredName("Gone")
  record Gone() implements SanctionRejection {}
}
