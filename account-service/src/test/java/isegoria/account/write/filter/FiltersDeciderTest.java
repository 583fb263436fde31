package isegoria.account.write.filter;

import static isegoria.account.write.filter.FilterAction.HIDE;
import static isegoria.account.write.filter.FilterAction.WARN;
import static isegoria.account.write.filter.FilterContext.HOME;
import static isegoria.account.write.filter.FilterContext.THREAD;

import isegoria.account.kafka.AccountAggregates;
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
import isegoria.account.write.filter.FiltersRejection.KeywordBlank;
import isegoria.account.write.filter.FiltersRejection.KeywordTooLong;
import isegoria.account.write.filter.FiltersRejection.KeywordsTooLong;
import isegoria.account.write.filter.FiltersRejection.NoContext;
import isegoria.account.write.filter.FiltersRejection.NoSuchFilter;
import isegoria.account.write.filter.FiltersRejection.TitleBlank;
import isegoria.account.write.filter.FiltersRejection.TitleTooLong;
import isegoria.account.write.filter.FiltersRejection.TooManyFilters;
import isegoria.account.write.filter.FiltersRejection.TooManyKeywords;
import isegoria.account.write.filter.FiltersRejection.TooManyPosts;
import isegoria.events.PostId;
import isegoria.testkit.DeciderSpec;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FiltersDeciderTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final FilterSettings POLITICS =
      new FilterSettings("Politics", List.of(HOME), WARN, null);
  private static final FilterCreated CREATED = new FilterCreated(10, POLITICS);
  private static final Keyword VOTE = new Keyword(20, "vote", true);
  private static final KeywordAdded WITH_VOTE = new KeywordAdded(10, VOTE);
  private static final FilteredPost POST = new FilteredPost(30, new PostId(7));

  private final DeciderSpec<FiltersCommand, Filters, FiltersEvent, FiltersRejection> filters =
      DeciderSpec.of(AccountAggregates.with((stream, words) -> "hash").settings().filters());

  private static Change editing(KeywordEdit... edits) {
    return new Change(10, FilterChange.NOTHING, List.of(edits));
  }

  private static Create titled(String title) {
    return new Create(10, new FilterSettings(title, List.of(HOME), WARN, null), List.of());
  }

  private static FiltersEvent[] createdWith(Stream<? extends FiltersEvent> rest) {
    return Stream.concat(Stream.of(CREATED), rest).toArray(FiltersEvent[]::new);
  }

  @Test
  void a_filter_is_created_with_its_keywords() {
    filters.given().when(new Create(10, POLITICS, List.of(VOTE))).then(CREATED, WITH_VOTE);
    filters.given(CREATED).when(new Create(10, POLITICS, List.of(VOTE))).thenNothing();
  }

  @Test
  void what_is_not_said_stays_as_it_is() {
    var hide = new FilterChange(null, List.of(HOME, THREAD), HIDE, true, NOON);
    filters
        .given(CREATED)
        .when(new Change(10, hide, List.of()))
        .then(
            new FilterChanged(
                10, new FilterSettings("Politics", List.of(HOME, THREAD), HIDE, NOON)));
    filters.given(CREATED).when(editing()).thenNothing();
    var ending = new FilterSettings("Politics", List.of(HOME), WARN, NOON);
    filters
        .given(new FilterCreated(10, ending))
        .when(new Change(10, new FilterChange("Votes", null, null, false, null), List.of()))
        .then(new FilterChanged(10, new FilterSettings("Votes", List.of(HOME), WARN, NOON)));
    filters
        .given(new FilterCreated(10, ending))
        .when(new Change(10, new FilterChange(null, null, null, true, null), List.of()))
        .then(new FilterChanged(10, POLITICS));
  }

  @Test
  void keywords_are_added_revised_and_removed_together() {
    var party = new Keyword(21, "party", false);
    filters
        .given(CREATED, WITH_VOTE)
        .when(
            editing(
                new KeywordEdit.Add(party),
                new KeywordEdit.Revise(20, null, false),
                new KeywordEdit.Remove(21)))
        .then(
            new KeywordAdded(10, party),
            new KeywordRevised(10, new Keyword(20, "vote", false)),
            new KeywordRemoved(10, 21));
  }

  @Test
  void a_keyword_of_another_filter_is_not_there() {
    var other = new FilterCreated(11, POLITICS);
    var elsewhere = new KeywordAdded(11, VOTE);
    for (KeywordEdit edit :
        List.of(new KeywordEdit.Remove(20), new KeywordEdit.Revise(20, "x", null))) {
      filters
          .given(CREATED, other, elsewhere)
          .when(editing(new KeywordEdit.Add(new Keyword(21, "a", true)), edit))
          .thenRejected(new NoSuchFilter());
    }
    filters.given().when(editing()).thenRejected(new NoSuchFilter());
    filters.given().when(new Delete(10)).thenRejected(new NoSuchFilter());
    filters.given().when(new AddPost(10, POST)).thenRejected(new NoSuchFilter());
    filters.given(CREATED).when(new RemovePost(30)).thenRejected(new NoSuchFilter());
  }

  @Test
  void a_post_is_filtered_once_by_one_filter() {
    filters.given(CREATED).when(new AddPost(10, POST)).then(new PostAdded(10, POST));
    filters
        .given(CREATED, new PostAdded(10, POST))
        .when(new AddPost(10, new FilteredPost(31, new PostId(7))))
        .thenRejected(new AlreadyFiltered());
    filters
        .given(CREATED, new PostAdded(10, POST))
        .when(new RemovePost(30))
        .then(new PostRemoved(10, 30));
  }

  @Test
  void a_filter_says_something() {
    filters.given().when(titled(" ")).thenRejected(new TitleBlank());
    filters
        .given()
        .when(titled("x".repeat(FilterSettings.TITLE_CHARACTERS_MAX + 1)))
        .thenRejected(new TitleTooLong(FilterSettings.TITLE_CHARACTERS_MAX));
    filters
        .given()
        .when(new Create(10, new FilterSettings("T", List.of(), WARN, null), List.of()))
        .thenRejected(new NoContext());
    filters
        .given(CREATED)
        .when(editing(new KeywordEdit.Add(new Keyword(20, " ", true))))
        .thenRejected(new KeywordBlank());
    filters
        .given(CREATED, WITH_VOTE)
        .when(editing(new KeywordEdit.Revise(20, "x".repeat(Keyword.CHARACTERS_MAX + 1), null)))
        .thenRejected(new KeywordTooLong(Keyword.CHARACTERS_MAX));
  }

  @Test
  void there_is_an_end_to_how_many() {
    filters
        .given(
            LongStream.range(100, 100 + Filters.FILTERS_MAX)
                .mapToObj(id -> new FilterCreated(id, POLITICS))
                .toArray(FiltersEvent[]::new))
        .when(new Create(10, POLITICS, List.of()))
        .thenRejected(new TooManyFilters(Filters.FILTERS_MAX));
    filters
        .given(
            createdWith(
                LongStream.range(0, Filters.KEYWORDS_MAX)
                    .mapToObj(id -> new KeywordAdded(10, new Keyword(id, "w", true)))))
        .when(editing(new KeywordEdit.Add(new Keyword(1_000, "w", true))))
        .thenRejected(new TooManyKeywords(Filters.KEYWORDS_MAX));
    String longest = "x".repeat(Keyword.CHARACTERS_MAX);
    filters
        .given(
            createdWith(
                LongStream.range(0, Filters.KEYWORD_CHARACTERS_MAX / Keyword.CHARACTERS_MAX)
                    .mapToObj(id -> new KeywordAdded(10, new Keyword(id, longest, true)))))
        .when(editing(new KeywordEdit.Add(new Keyword(1_000, longest, true))))
        .thenRejected(new KeywordsTooLong(Filters.KEYWORD_CHARACTERS_MAX));
    filters
        .given(
            createdWith(
                LongStream.range(0, Filters.POSTS_MAX)
                    .mapToObj(id -> new PostAdded(10, new FilteredPost(id, new PostId(id + 1))))))
        .when(new AddPost(10, new FilteredPost(1_000, new PostId(5_000))))
        .thenRejected(new TooManyPosts(Filters.POSTS_MAX));
  }

  @Test
  void filters_go_one_by_one_and_with_their_account() {
    filters.given(CREATED, WITH_VOTE).when(new Delete(10)).then(new FilterDeleted(10));
    filters.given(CREATED).when(new Erase()).then(new FiltersErased());
    filters.given().when(new Erase()).thenNothing();
  }
}
