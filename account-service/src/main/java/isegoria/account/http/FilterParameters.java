package isegoria.account.http;

import isegoria.account.write.filter.FilterAction;
import isegoria.account.write.filter.FilterChange;
import isegoria.account.write.filter.FilterContext;
import isegoria.account.write.filter.FilterSettings;
import isegoria.account.write.filter.Keyword;
import isegoria.account.write.filter.KeywordEdit;
import isegoria.edge.ApiException;
import isegoria.edge.Ids;
import isegoria.edge.Params;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What clients say of filters, in either version of the API. */
final class FilterParameters {

  /** The latest end of a filter; a later one is without end in all but name. */
  private static final Duration LIFE_MAX = Duration.ofDays(3_650);

  private FilterParameters() {}

  /** All of a new filter but its keywords. */
  static FilterSettings settings(Params params, Instant now) {
    return change(params, now).of(new FilterSettings("", List.of(), FilterAction.WARN, null));
  }

  static FilterChange change(Params params, Instant now) {
    return new FilterChange(
        params.text("title"),
        contexts(params),
        action(params),
        params.has("expires_in"),
        until(params, now));
  }

  /** The first version knows only hiding and warning, and no titles. */
  static FilterChange changeV1(Params params, Instant now) {
    Boolean hides = params.flag("irreversible");
    FilterAction action = hides == null ? null : hides ? FilterAction.HIDE : FilterAction.WARN;
    return new FilterChange(
        null, contexts(params), action, params.has("expires_in"), until(params, now));
  }

  private static @Nullable List<FilterContext> contexts(Params params) {
    if (!params.has("context")) {
      return null;
    }
    List<Optional<FilterContext>> contexts =
        params.list("context").stream().map(FilterContext::of).toList();
    if (contexts.contains(Optional.<FilterContext>empty())) {
      throw ApiException.invalid("Context None or invalid context supplied");
    }
    return contexts.stream().flatMap(Optional::stream).distinct().toList();
  }

  private static @Nullable FilterAction action(Params params) {
    String word = params.text("filter_action");
    return word == null || word.isEmpty()
        ? null
        : FilterAction.of(word)
            .orElseThrow(() -> ApiException.invalid("Filter action is not warn, hide or blur"));
  }

  /** Null without an end. */
  private static @Nullable Instant until(Params params, Instant now) {
    Long seconds = params.integer("expires_in");
    if (seconds == null) {
      return null;
    }
    if (seconds < 0 || seconds > LIFE_MAX.toSeconds()) {
      throw ApiException.invalid("Expires in is out of range");
    }
    return now.plusSeconds(seconds);
  }

  /** The keywords of a new filter: none has an id. */
  static List<Keyword> keywords(Params params, Ids ids) {
    List<Keyword> keywords = new ArrayList<>();
    for (KeywordEdit edit : edits(params, ids)) {
      if (!(edit instanceof KeywordEdit.Add(Keyword keyword))) {
        throw ApiException.notFound();
      }
      keywords.add(keyword);
    }
    return keywords;
  }

  /** One with an id is revised or removed, one without is added. */
  static List<KeywordEdit> edits(Params params, Ids ids) {
    List<KeywordEdit> edits = new ArrayList<>();
    for (Params each : params.maps("keywords_attributes")) {
      String id = each.text("id", "");
      boolean goes = each.flag("_destroy", false);
      if (!id.isEmpty()) {
        edits.add(goes ? new KeywordEdit.Remove(Params.id(id)) : revision(Params.id(id), each));
      } else if (!goes) {
        edits.add(new KeywordEdit.Add(keyword(each, ids)));
      }
    }
    return edits;
  }

  static Keyword keyword(Params params, Ids ids) {
    return new Keyword(ids.next(), params.text("keyword", ""), params.flag("whole_word", true));
  }

  static KeywordEdit revision(long id, Params params) {
    return new KeywordEdit.Revise(id, params.text("keyword"), params.flag("whole_word"));
  }
}
