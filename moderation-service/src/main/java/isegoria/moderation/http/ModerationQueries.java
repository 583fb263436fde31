package isegoria.moderation.http;

import isegoria.edge.ApiException;
import isegoria.events.AccountId;
import isegoria.moderation.read.account.AccountTable;
import isegoria.moderation.read.account.AccountView;
import isegoria.moderation.read.listing.IdRange;
import isegoria.moderation.read.listing.ListingTable;
import isegoria.moderation.read.listing.Scope;
import isegoria.moderation.read.report.ReportTable;
import isegoria.moderation.read.report.ReportView;
import isegoria.moderation.read.sanction.SanctionTable;
import isegoria.moderation.read.sanction.SanctionView;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.sanction.Kind;
import isegoria.moderation.write.sanction.SanctionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The reads of the resources: accounts, reports and sanctions, one or a page of them. */
public final class ModerationQueries {

  /** How long a report waits for an account that has just been opened to arrive here. */
  private static final Duration ARRIVAL_MAX = Duration.ofSeconds(1);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final AccountTable accounts;
  private final ReportTable reports;
  private final SanctionTable sanctions;
  private final ListingTable listings;
  private final Clock clock;

  public ModerationQueries(
      AccountTable accounts,
      ReportTable reports,
      SanctionTable sanctions,
      ListingTable listings,
      Clock clock) {
    this.accounts = accounts;
    this.reports = reports;
    this.sanctions = sanctions;
    this.listings = listings;
    this.clock = clock;
  }

  AccountView account(AccountId id) {
    AccountView view = accounts.find(id);
    if (view == null) {
      throw ApiException.notFound();
    }
    return view;
  }

  /** The account, or what stands for one that was erased. */
  AccountView accountOrGone(AccountId id) {
    AccountView view = accounts.find(id);
    return view == null ? AccountView.gone(id) : view;
  }

  /** The account, which another person may have opened a moment ago. */
  AccountView arrivingAccount(AccountId id) throws InterruptedException {
    Instant until = clock.instant().plus(ARRIVAL_MAX);
    while (accounts.find(id) == null && clock.instant().isBefore(until)) {
      Thread.sleep(LOOK_AGAIN);
    }
    return account(id);
  }

  ReportView report(ReportId id) {
    ReportView view = reports.find(id);
    if (view == null) {
      throw ApiException.notFound();
    }
    return view;
  }

  SanctionView sanction(SanctionId id) {
    SanctionView view = sanctions.find(id);
    if (view == null) {
      throw ApiException.notFound();
    }
    return view;
  }

  List<AccountView> accounts(Scope scope, IdRange cut, Predicate<AccountView> fits) {
    return accounts(listings.walk(scope, cut), cut, fits);
  }

  List<AccountView> accounts(Iterator<Long> ids, IdRange cut, Predicate<AccountView> fits) {
    return cut.fill(
        ids,
        id -> {
          AccountView view = accounts.find(new AccountId(id));
          return view != null && fits.test(view) ? view : null;
        });
  }

  List<ReportView> reports(Scope scope, IdRange cut, Predicate<ReportView> fits) {
    return cut.fill(
        listings.walk(scope, cut),
        id -> {
          ReportView view = reports.find(new ReportId(id));
          return view != null && fits.test(view) ? view : null;
        });
  }

  List<SanctionView> sanctions(Scope scope, IdRange cut, Predicate<SanctionView> fits) {
    return cut.fill(
        listings.walk(scope, cut),
        id -> {
          SanctionView view = sanctions.find(new SanctionId(id));
          return view != null && fits.test(view) ? view : null;
        });
  }

  List<SanctionView> inForce(AccountId subject) {
    Instant now = clock.instant();
    return sanctions(Scope.sanctionsOn(subject), IdRange.ALL, view -> view.isInForceAt(now));
  }

  /** What holds against the account as a whole; removed posts do not. */
  Set<Kind> kindsInForce(AccountId subject) {
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (SanctionView view : inForce(subject)) {
      if (view.post() == null) {
        kinds.add(view.kind());
      }
    }
    return kinds;
  }

  /** Accounts of the latest sanctions of a kind that are in force, each once, newest id first. */
  Iterator<AccountId> subjectsUnder(Kind kind) {
    Instant now = clock.instant();
    return sanctions(
            Scope.SANCTIONS, IdRange.ALL, view -> view.kind() == kind && view.isInForceAt(now))
        .stream()
        .map(SanctionView::subject)
        .distinct()
        .sorted((a, b) -> b.compareTo(a))
        .iterator();
  }

  Instant now() {
    return clock.instant();
  }
}
