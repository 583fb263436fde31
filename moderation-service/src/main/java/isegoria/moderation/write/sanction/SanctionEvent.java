package isegoria.moderation.write.sanction;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import isegoria.moderation.write.sanction.Sanction.Imposition;
import java.time.Instant;

/** What has happened to a sanction. */
public sealed interface SanctionEvent {

  @StoredName("SanctionImposed")
  record SanctionImposed(Imposition imposition) implements SanctionEvent {}

  @StoredName("SanctionLifted")
  record SanctionLifted(AccountId by, Instant at) implements SanctionEvent {}

  @StoredName("SanctionReviewDue")
  record SanctionReviewDue(Instant at) implements SanctionEvent {}

  @StoredName("SanctionEnded")
  record SanctionEnded(Instant at) implements SanctionEvent {}

  @StoredName("SanctionErased")
  record SanctionErased() implements SanctionEvent {}
}
