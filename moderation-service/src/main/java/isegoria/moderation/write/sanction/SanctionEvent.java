package isegoria.moderation.write.sanction;

import isegoria.events.AccountId;
import isegoria.moderation.write.sanction.Sanction.Imposition;
import java.time.Instant;

/** What has happened to a sanction. */
public sealed interface SanctionEvent {

  record SanctionImposed(Imposition imposition) implements SanctionEvent {}

  record SanctionLifted(AccountId by, Instant at) implements SanctionEvent {}

  record SanctionReviewDue(Instant at) implements SanctionEvent {}

  record SanctionEnded(Instant at) implements SanctionEvent {}

  record SanctionErased() implements SanctionEvent {}
}
