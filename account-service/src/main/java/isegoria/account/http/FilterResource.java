package isegoria.account.http;

import isegoria.account.read.setting.OwnSettings;
import isegoria.account.write.filter.Filter;
import isegoria.account.write.filter.FilterChange;
import isegoria.account.write.filter.FilteredPost;
import isegoria.account.write.filter.Filters;
import isegoria.account.write.filter.FiltersCommand;
import isegoria.account.write.filter.FiltersEvent;
import isegoria.account.write.filter.FiltersEvent.FilterCreated;
import isegoria.account.write.filter.FiltersEvent.KeywordAdded;
import isegoria.account.write.filter.FiltersEvent.PostAdded;
import isegoria.account.write.filter.FiltersRejection;
import isegoria.account.write.filter.Keyword;
import isegoria.account.write.filter.KeywordEdit;
import isegoria.api.entity.Filter.FilteredStatus;
import isegoria.edge.ApiException;
import isegoria.edge.Ids;
import isegoria.edge.Params;
import isegoria.edge.UpdateMapping;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.wire.Reply;
import isegoria.service.WriteAccess;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An account's own filters, with their keywords and posts. */
@RestController
@RequestMapping("/api/v2/filters")
public final class FilterResource {

  /** Digits, or a path like {@code keywords/keywords} would be two things at once. */
  private static final String FILTER = "/{id:[0-9]+}";

  private final OwnSettings<Filters> filters;
  private final CommandSender commandSender;
  private final WriteAccess writeAccess;
  private final Ids ids;

  public FilterResource(
      OwnSettings<Filters> filters, CommandSender commandSender, WriteAccess writeAccess, Ids ids) {
    this.filters = filters;
    this.commandSender = commandSender;
    this.writeAccess = writeAccess;
    this.ids = ids;
  }

  @GetMapping
  public List<isegoria.api.entity.Filter> getFilters(Viewer viewer) {
    return own(viewer).filters().stream().map(FilterView::of).toList();
  }

  @GetMapping("/{id}")
  public isegoria.api.entity.Filter getFilter(@PathVariable String id, Viewer viewer) {
    return FilterView.of(filter(own(viewer), Params.id(id)));
  }

  @PostMapping
  public isegoria.api.entity.Filter createFilter(
      Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:filters");
    var create =
        new FiltersCommand.Create(
            ids.next(),
            FilterParameters.settings(params, context.occurredAt()),
            FilterParameters.keywords(params, ids));
    var reply = commandSender.filters(me, create, context);
    return FilterView.of(
        filter(reply.state(), CommandSender.fact(reply, FilterCreated.class).id()));
  }

  /** What was not sent stays as it is; an empty time ends the end. */
  @UpdateMapping("/{id}")
  public isegoria.api.entity.Filter updateFilter(
      @PathVariable String id, Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:filters");
    FilterChange change = FilterParameters.change(params, context.occurredAt());
    List<KeywordEdit> keywords = FilterParameters.edits(params, ids);
    long number = Params.id(id);
    var command = new FiltersCommand.Change(number, change, keywords);
    return FilterView.of(filter(commandSender.filters(me, command, context).state(), number));
  }

  @DeleteMapping("/{id}")
  public Map<String, Object> deleteFilter(
      @PathVariable String id, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:filters");
    var _ = commandSender.filters(me, new FiltersCommand.Delete(Params.id(id)), context);
    return Map.of();
  }

  @GetMapping(FILTER + "/keywords")
  public List<isegoria.api.entity.Filter.Keyword> getKeywords(
      @PathVariable String id, Viewer viewer) {
    return filter(own(viewer), Params.id(id)).keywords().stream().map(FilterView::of).toList();
  }

  @PostMapping(FILTER + "/keywords")
  public isegoria.api.entity.Filter.Keyword addKeyword(
      @PathVariable String id, Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:filters");
    var add = new KeywordEdit.Add(FilterParameters.keyword(params, ids));
    var reply = edited(me, Params.id(id), add, context);
    return FilterView.of(CommandSender.fact(reply, KeywordAdded.class).keyword());
  }

  @GetMapping("/keywords/{id}")
  public isegoria.api.entity.Filter.Keyword getKeyword(@PathVariable String id, Viewer viewer) {
    return FilterView.of(keyword(own(viewer), Params.id(id)));
  }

  @UpdateMapping("/keywords/{id}")
  public isegoria.api.entity.Filter.Keyword updateKeyword(
      @PathVariable String id, Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:filters");
    long number = Params.id(id);
    KeywordEdit revision = FilterParameters.revision(number, params);
    var reply = edited(me, filterOf(me, number), revision, context);
    return FilterView.of(keyword(reply.state(), number));
  }

  @DeleteMapping("/keywords/{id}")
  public Map<String, Object> deleteKeyword(
      @PathVariable String id, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:filters");
    long number = Params.id(id);
    var _ = edited(me, filterOf(me, number), new KeywordEdit.Remove(number), context);
    return Map.of();
  }

  @GetMapping(FILTER + "/statuses")
  public List<FilteredStatus> getPosts(@PathVariable String id, Viewer viewer) {
    return filter(own(viewer), Params.id(id)).posts().stream().map(FilterView::of).toList();
  }

  @PostMapping(FILTER + "/statuses")
  public FilteredStatus addPost(
      @PathVariable String id, Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:filters");
    PostId post = params.postId("status_id");
    if (post == null) {
      throw ApiException.missing("status_id");
    }
    var command = new FiltersCommand.AddPost(Params.id(id), new FilteredPost(ids.next(), post));
    var reply = commandSender.filters(me, command, context);
    return FilterView.of(CommandSender.fact(reply, PostAdded.class).post());
  }

  @GetMapping("/statuses/{id}")
  public FilteredStatus getPost(@PathVariable String id, Viewer viewer) {
    return FilterView.of(entry(own(viewer), Params.id(id)));
  }

  @DeleteMapping("/statuses/{id}")
  public FilteredStatus deletePost(@PathVariable String id, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:filters");
    FilteredPost entry = entry(filters.of(me), Params.id(id));
    var _ = commandSender.filters(me, new FiltersCommand.RemovePost(entry.id()), context);
    return FilterView.of(entry);
  }

  private Filters own(Viewer viewer) {
    return filters.of(viewer.require("read:filters"));
  }

  private Reply.Accepted<Filters, FiltersEvent, FiltersRejection> edited(
      AccountId me, long filter, KeywordEdit edit, CommandContext context) {
    var change = new FiltersCommand.Change(filter, FilterChange.NOTHING, List.of(edit));
    return commandSender.filters(me, change, context);
  }

  private long filterOf(AccountId me, long keyword) {
    return filters.of(me).ofKeyword(keyword).map(Filter::id).orElseThrow(ApiException::notFound);
  }

  private static Filter filter(Filters filters, long id) {
    return filters.find(id).orElseThrow(ApiException::notFound);
  }

  private static Keyword keyword(Filters filters, long id) {
    return filters.keyword(id).orElseThrow(ApiException::notFound);
  }

  private static FilteredPost entry(Filters filters, long id) {
    return filters.entry(id).orElseThrow(ApiException::notFound);
  }
}
