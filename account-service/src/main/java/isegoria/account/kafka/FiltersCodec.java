package isegoria.account.kafka;

import isegoria.account.write.filter.Filter;
import isegoria.account.write.filter.FilterAction;
import isegoria.account.write.filter.FilterContext;
import isegoria.account.write.filter.FilterSettings;
import isegoria.account.write.filter.FilteredPost;
import isegoria.account.write.filter.Filters;
import isegoria.account.write.filter.Keyword;
import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.PostId;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.account.FilterEntry;
import isegoria.events.account.FilterKeywordEntry;
import isegoria.events.account.FilteredPostEntry;
import isegoria.events.account.FiltersState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The filters of an account, as the contract writes them. */
public final class FiltersCodec implements SettingsCodec<Filters> {

  private static final AvroCodec<FiltersState> STATES =
      AvroCodec.of(Topics.ACCOUNT_FILTERS, FiltersState.class);

  @Override
  public Topic topic() {
    return Topics.ACCOUNT_FILTERS;
  }

  @Override
  public String type() {
    return "filters";
  }

  @Override
  public byte @Nullable [] encode(AccountId account, Filters filters, Instant recordedAt) {
    return filters.filters().isEmpty()
        ? null
        : STATES.encode(
            new FiltersState(
                account.toString(),
                filters.filters().stream().map(FiltersCodec::entry).toList(),
                recordedAt));
  }

  private static FilterEntry entry(Filter filter) {
    FilterSettings settings = filter.settings();
    return new FilterEntry(
        Long.toString(filter.id()),
        settings.title(),
        settings.contexts().stream().map(FilterContext::word).toList(),
        settings.action().word(),
        settings.until(),
        filter.keywords().stream()
            .map(word ->
                new FilterKeywordEntry(Long.toString(word.id()), word.text(), word.wholeWord()))
            .toList(),
        filter.posts().stream()
            .map(post -> new FilteredPostEntry(Long.toString(post.id()), post.post().toString()))
            .toList());
  }

  @Override
  public Filters decode(byte[] bytes) {
    return new Filters(
        STATES.decode(bytes).getFilters().stream().map(FiltersCodec::filter).toList());
  }

  private static Filter filter(FilterEntry entry) {
    return new Filter(
        Long.parseLong(entry.getFilterId()),
        new FilterSettings(
            entry.getTitle(),
            entry.getContexts().stream()
                .map(context -> FilterContext.of(context).orElseThrow())
                .toList(),
            FilterAction.of(entry.getAction()).orElseThrow(),
            entry.getEndsAt()),
        entry.getKeywords().stream()
            .map(word ->
                new Keyword(
                    Long.parseLong(word.getKeywordId()), word.getKeyword(), word.getWholeWord()))
            .toList(),
        entry.getPosts().stream()
            .map(post ->
                new FilteredPost(
                    Long.parseLong(post.getEntryId()),
                    new PostId(Long.parseLong(post.getPostId()))))
            .toList());
  }
}
