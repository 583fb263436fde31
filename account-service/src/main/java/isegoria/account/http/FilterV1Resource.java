package isegoria.account.http;

import isegoria.account.read.setting.OwnSettings;
import isegoria.account.write.filter.Filter;
import isegoria.account.write.filter.FilterAction;
import isegoria.account.write.filter.FilterChange;
import isegoria.account.write.filter.FilterSettings;
import isegoria.account.write.filter.Filters;
import isegoria.account.write.filter.FiltersCommand;
import isegoria.account.write.filter.FiltersEvent.KeywordAdded;
import isegoria.account.write.filter.Keyword;
import isegoria.account.write.filter.KeywordEdit;
import isegoria.api.entity.FilterV1;
import isegoria.edge.ApiException;
import isegoria.edge.Ids;
import isegoria.edge.Params;
import isegoria.edge.UpdateMapping;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.service.WriteAccess;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same filters as older clients know them: each keyword is one, under its own id. */
@RestController
@RequestMapping("/api/v1/filters")
public final class FilterV1Resource {

  private final OwnSettings<Filters> filters;
  private final CommandSender commandSender;
  private final WriteAccess writeAccess;
  private final Ids ids;

  public FilterV1Resource(
      OwnSettings<Filters> filters, CommandSender commandSender, WriteAccess writeAccess, Ids ids) {
    this.filters = filters;
    this.commandSender = commandSender;
    this.writeAccess = writeAccess;
    this.ids = ids;
  }

  @GetMapping
  public List<FilterV1> getFilters(Viewer viewer) {
    return filters.of(viewer.require("read:filters")).filters().stream()
        .flatMap(
            filter -> filter.keywords().stream().map(keyword -> FilterView.v1(filter, keyword)))
        .toList();
  }

  @GetMapping("/{id}")
  public FilterV1 getFilter(@PathVariable String id, Viewer viewer) {
    return shown(filters.of(viewer.require("read:filters")), Params.id(id));
  }

  @PostMapping
  public FilterV1 createFilter(Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:filters");
    String phrase = params.required("phrase");
    FilterSettings settings =
        FilterParameters.changeV1(params, context.occurredAt())
            .of(new FilterSettings(phrase, List.of(), FilterAction.WARN, null));
    var keyword = new Keyword(ids.next(), phrase, params.flag("whole_word", false));
    var create = new FiltersCommand.Create(ids.next(), settings, List.of(keyword));
    var reply = commandSender.filters(me, create, context);
    return shown(reply.state(), CommandSender.fact(reply, KeywordAdded.class).keyword().id());
  }

  @UpdateMapping("/{id}")
  public FilterV1 updateFilter(
      @PathVariable String id, Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:filters");
    long keyword = Params.id(id);
    Filter filter = filterOf(me, keyword);
    FilterChange change = FilterParameters.changeV1(params, context.occurredAt());
    if (filter.keywords().size() > 1 && !change.of(filter.settings()).equals(filter.settings())) {
      throw ApiException.invalid("This change would apply to more than one keyword of the filter");
    }
    var revision =
        new KeywordEdit.Revise(keyword, params.text("phrase"), params.flag("whole_word"));
    var command = new FiltersCommand.Change(filter.id(), change, List.of(revision));
    return shown(commandSender.filters(me, command, context).state(), keyword);
  }

  /** A filter that would match nothing more goes with its last keyword. */
  @DeleteMapping("/{id}")
  public Map<String, Object> deleteFilter(
      @PathVariable String id, Viewer viewer, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:filters");
    long keyword = Params.id(id);
    Filter filter = filterOf(me, keyword);
    boolean last = filter.keywords().size() == 1 && filter.posts().isEmpty();
    FiltersCommand command =
        last
            ? new FiltersCommand.Delete(filter.id())
            : new FiltersCommand.Change(
                filter.id(), FilterChange.NOTHING, List.of(new KeywordEdit.Remove(keyword)));
    var _ = commandSender.filters(me, command, context);
    return Map.of();
  }

  private Filter filterOf(AccountId me, long keyword) {
    return filters.of(me).ofKeyword(keyword).orElseThrow(ApiException::notFound);
  }

  private static FilterV1 shown(Filters filters, long id) {
    Filter filter = filters.ofKeyword(id).orElseThrow(ApiException::notFound);
    return FilterView.v1(filter, filters.keyword(id).orElseThrow(ApiException::notFound));
  }
}
