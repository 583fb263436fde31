package isegoria.account.write.filter;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.account.write.filter.FiltersCommand.AddPost;
import isegoria.account.write.filter.FiltersCommand.Change;
import isegoria.account.write.filter.FiltersCommand.Create;
import isegoria.account.write.filter.FiltersCommand.Delete;
import isegoria.account.write.filter.FiltersCommand.Erase;
import isegoria.account.write.filter.FiltersCommand.RemovePost;
import isegoria.account.write.filter.FiltersEvent.FilterChanged;
import isegoria.account.write.filter.FiltersEvent.FilterCreated;
import isegoria.account.write.filter.FiltersEvent.FilterDeleted;
import isegoria.account.write.filter.FiltersEvent.FiltersErased;
import isegoria.account.write.filter.FiltersEvent.KeywordAdded;
import isegoria.account.write.filter.FiltersEvent.KeywordRemoved;
import isegoria.account.write.filter.FiltersEvent.KeywordRevised;
import isegoria.account.write.filter.FiltersEvent.PostAdded;
import isegoria.account.write.filter.FiltersEvent.PostRemoved;
import isegoria.account.write.filter.FiltersRejection.AlreadyFiltered;
import isegoria.account.write.filter.FiltersRejection.NoSuchFilter;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of filters. What grows or changes is held to {@link FilterRules} as it would be. */
public final class FiltersDecider {

  public static final Decider<FiltersCommand, Filters, FiltersEvent, FiltersRejection> FILTERS =
      new Decider<>(Filters.NONE, FiltersDecider::decide, FiltersDecider::evolve);

  private static final Decision<FiltersEvent, FiltersRejection> NO_SUCH_FILTER =
      reject(new NoSuchFilter());

  private FiltersDecider() {}

  static Decision<FiltersEvent, FiltersRejection> decide(Filters filters, FiltersCommand command) {
    return switch (command) {
      case Create to when filters.find(to.id()).isPresent() -> accept();
      case Create to -> ruled(filters, to.id(), created(to));

      case Change to ->
          filters.find(to.id()).map(of -> changed(filters, of, to)).orElse(NO_SUCH_FILTER);

      case Delete to when filters.find(to.id()).isPresent() -> accept(new FilterDeleted(to.id()));
      case Delete _ -> NO_SUCH_FILTER;

      case AddPost to ->
          filters.find(to.id()).map(of -> added(filters, of, to.post())).orElse(NO_SUCH_FILTER);

      case RemovePost to ->
          filters.ofEntry(to.entry()).map(of -> removed(of, to)).orElse(NO_SUCH_FILTER);

      case Erase _ when filters.filters().isEmpty() -> accept();
      case Erase _ -> accept(new FiltersErased());
    };
  }

  private static Decision<FiltersEvent, FiltersRejection> ruled(
      Filters filters, long changed, List<FiltersEvent> events) {
    if (events.isEmpty()) {
      return accept();
    }
    Filters after = FILTERS.evolve(filters, events);
    FiltersRejection broken = FilterRules.broken(after, filter(after, changed));
    return broken == null ? accept(events) : reject(broken);
  }

  private static List<FiltersEvent> created(Create to) {
    return Stream.concat(
            Stream.<FiltersEvent>of(new FilterCreated(to.id(), to.settings())),
            to.keywords().stream().map(keyword -> new KeywordAdded(to.id(), keyword)))
        .toList();
  }

  private static Decision<FiltersEvent, FiltersRejection> changed(
      Filters filters, Filter of, Change to) {
    List<FiltersEvent> events = new ArrayList<>();
    FilterSettings settings = to.change().of(of.settings());
    if (!settings.equals(of.settings())) {
      events.add(new FilterChanged(of.id(), settings));
    }
    Filter after = of;
    for (KeywordEdit edit : to.keywords()) {
      Optional<FiltersEvent.OfOne> event = edited(after, edit);
      if (event.isEmpty()) {
        return NO_SUCH_FILTER;
      }
      events.add(event.get());
      after = evolve(after, event.get());
    }
    return ruled(filters, of.id(), events);
  }

  /** Empty where the filter has no such keyword. */
  private static Optional<FiltersEvent.OfOne> edited(Filter of, KeywordEdit edit) {
    return switch (edit) {
      case KeywordEdit.Add to -> Optional.of(new KeywordAdded(of.id(), to.keyword()));
      case KeywordEdit.Revise to ->
          of.keywords().stream()
              .filter(keyword -> keyword.id() == to.id())
              .<FiltersEvent.OfOne>map(keyword -> new KeywordRevised(of.id(), revised(keyword, to)))
              .findAny();
      case KeywordEdit.Remove to ->
          of.hasKeyword(to.id())
              ? Optional.of(new KeywordRemoved(of.id(), to.id()))
              : Optional.empty();
    };
  }

  private static Keyword revised(Keyword before, KeywordEdit.Revise to) {
    return new Keyword(
        before.id(),
        to.text() == null ? before.text() : to.text(),
        to.wholeWord() == null ? before.wholeWord() : to.wholeWord());
  }

  private static Decision<FiltersEvent, FiltersRejection> added(
      Filters filters, Filter of, FilteredPost post) {
    return of.posts().stream().anyMatch(each -> each.post().equals(post.post()))
        ? reject(new AlreadyFiltered())
        : ruled(filters, of.id(), List.of(new PostAdded(of.id(), post)));
  }

  private static Decision<FiltersEvent, FiltersRejection> removed(Filter of, RemovePost to) {
    return accept(new PostRemoved(of.id(), to.entry()));
  }

  static Filters evolve(Filters filters, FiltersEvent event) {
    return switch (event) {
      case FilterCreated e -> filters.with(new Filter(e.id(), e.settings(), List.of(), List.of()));
      case FilterDeleted e -> filters.without(e.id());
      case FiltersErased _ -> Filters.NONE;
      case FiltersEvent.OfOne e -> filters.replaced(evolve(filter(filters, e.filter()), e));
    };
  }

  private static Filter evolve(Filter filter, FiltersEvent.OfOne event) {
    return switch (event) {
      case FilterChanged e -> filter.with(e.settings());
      case KeywordAdded e -> filter.with(e.keyword());
      case KeywordRevised e -> filter.with(e.keyword());
      case KeywordRemoved e -> filter.withoutKeyword(e.keyword());
      case PostAdded e -> filter.with(e.post());
      case PostRemoved e -> filter.withoutEntry(e.entry());
    };
  }

  private static Filter filter(Filters filters, long id) {
    return filters
        .find(id)
        .orElseThrow(
            () -> new IllegalStateException("filter: " + id + " (expected: of the account)"));
  }
}
