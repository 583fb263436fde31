package isegoria.moderation.write.sanction;

import java.time.Instant;

/** Why a sanction's command recorded nothing. */
public sealed interface SanctionRejection {

  record NotAModerator() implements SanctionRejection {}

  /** Nobody rules on themselves, neither against nor for. */
  record OwnCase() implements SanctionRejection {}

  /** A moderator does not sanction an administrator. */
  record SubjectOutranks() implements SanctionRejection {}

  record TermOver(Instant date) implements SanctionRejection {}

  record TermTooLong(int daysMax) implements SanctionRejection {}

  record NotImposed() implements SanctionRejection {}

  record NotYetDue(Instant due) implements SanctionRejection {}

  /** Another sanction has that id already: the edge takes another. */
  record IdTaken() implements SanctionRejection {}

  record Gone() implements SanctionRejection {}
}
