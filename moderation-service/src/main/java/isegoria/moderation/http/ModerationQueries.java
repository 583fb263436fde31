package isegoria.moderation.http;

import isegoria.accounts.Accounts;
import isegoria.accounts.KnownAccount;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.api.view.AccountCounts;
import isegoria.api.view.AccountProfile;
import isegoria.edge.ApiException;
import isegoria.edge.Ids;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.moderation.read.listing.ListingTable;
import isegoria.moderation.read.listing.Scope;
import isegoria.moderation.read.listing.Walk;
import isegoria.moderation.read.post.AuthorTable;
import isegoria.moderation.read.report.ReportTable;
import isegoria.moderation.read.report.ReportView;
import isegoria.moderation.read.sanction.SanctionTable;
import isegoria.moderation.read.sanction.SanctionView;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.sanction.Kind;
import isegoria.moderation.write.sanction.Measure;
import isegoria.moderation.write.sanction.SanctionId;
import isegoria.moderation.write.sanction.Terms;
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

  /** How long a report waits for what was opened or published a moment ago to arrive here. */
  private static final Duration ARRIVAL_MAX = Duration.ofSeconds(1);

  /** How long after it was published a post that is not here yet is still waited for. */
  private static final Duration ARRIVING_FOR = Duration.ofMinutes(1);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Accounts accounts;
  private final AuthorTable authors;
  private final ReportTable reports;
  private final SanctionTable sanctions;
  private final ListingTable listings;
  private final Clock clock;

  public ModerationQueries(
      Accounts accounts,
      AuthorTable authors,
      ReportTable reports,
      SanctionTable sanctions,
      ListingTable listings,
      Clock clock) {
    this.accounts = accounts;
    this.authors = authors;
    this.reports = reports;
    this.sanctions = sanctions;
    this.listings = listings;
    this.clock = clock;
  }

  KnownAccount account(AccountId id) {
    KnownAccount view = accounts.find(id.value());
    if (view == null) {
      throw ApiException.notFound();
    }
    return view;
  }

  /** The account, or what stands for one that was erased. */
  KnownAccount accountOrGone(AccountId id) {
    KnownAccount view = accounts.find(id.value());
    return view == null ? gone(id) : view;
  }

  private static KnownAccount gone(AccountId id) {
    return new KnownAccount(
        new AccountProfile(
            id.value(),
            "gone",
            "",
            "",
            List.of(),
            "",
            "",
            false,
            false,
            null,
            false,
            null,
            "",
            Instant.EPOCH),
        AccountCounts.NONE);
  }

  /** The account, which another person may have opened a moment ago. */
  KnownAccount arrivingAccount(AccountId id) throws InterruptedException {
    Instant until = clock.instant().plus(ARRIVAL_MAX);
    while (accounts.find(id.value()) == null && clock.instant().isBefore(until)) {
      Thread.sleep(LOOK_AGAIN);
    }
    return account(id);
  }

  /** 404 unless all of the posts are the account's; one of a moment ago may still arrive. */
  void requireWrittenBy(AccountId author, List<PostId> posts) throws InterruptedException {
    Instant until = clock.instant().plus(ARRIVAL_MAX);
    for (PostId post : posts) {
      boolean arriving = Ids.instantOf(post.value()).plus(ARRIVING_FOR).isAfter(clock.instant());
      AccountId found = authors.find(post);
      while (found == null && arriving && clock.instant().isBefore(until)) {
        Thread.sleep(LOOK_AGAIN);
        found = authors.find(post);
      }
      if (!author.equals(found)) {
        throw ApiException.notFound();
      }
    }
  }

  /** 404 when a post is to be removed that the subject did not write. */
  void requireOwnPost(Terms terms) throws InterruptedException {
    if (terms.measure() instanceof Measure.RemovePost(PostId post)) {
      requireWrittenBy(terms.subject(), List.of(post));
    }
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

  PageOf<KnownAccount> accounts(Scope scope, Page page, Predicate<KnownAccount> fits) {
    return accounts(listings.walk(scope, page), page, fits);
  }

  PageOf<KnownAccount> accounts(Iterator<Long> ids, Page page, Predicate<KnownAccount> fits) {
    return Walk.of(page).fill(ids, accounts::find, fits);
  }

  PageOf<ReportView> reports(Scope scope, Page page, Predicate<ReportView> fits) {
    return Walk.of(page).fill(listings.walk(scope, page), reports::find, fits);
  }

  PageOf<SanctionView> sanctions(Scope scope, Page page, Predicate<SanctionView> fits) {
    return sanctions(scope, Walk.of(page), fits);
  }

  private PageOf<SanctionView> sanctions(Scope scope, Walk walk, Predicate<SanctionView> fits) {
    return walk.fill(listings.walk(scope, walk.page()), sanctions::find, fits);
  }

  List<SanctionView> inForce(AccountId subject) {
    Instant now = clock.instant();
    return sanctions(Scope.sanctionsOn(subject), Walk.whole(), view -> view.isInForceAt(now))
        .entries();
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
            Scope.SANCTIONS, Walk.whole(), view -> view.kind() == kind && view.isInForceAt(now))
        .entries()
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
