package isegoria.benchmarks.fame;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A list of accounts read from its first page to its last, as a client does.
 *
 * @param entries of all pages
 * @param distinct accounts among them
 * @param deepPath of page 500, or of the last full one when there are fewer
 */
record ListWalk(long entries, long distinct, String deepPath, int deepPage) {

  /** How deep the issue of a long list is looked at. */
  static final int DEEP_PAGE = 500;

  static final int PAGE = 80;

  static ListWalk of(Person reader, String list) {
    var ids = new LongOpenHashSet();
    long entries = 0;
    String deepPath = list;
    int deepPage = 1;
    Optional<String> next = Optional.of(list);
    for (int page = 1; next.isPresent(); page++) {
      Answer answer =
          reader.api().known(Call.get(next.get()).as(reader.token()), Api.PATIENCE).expect(200);
      for (JsonNode account : answer.json()) {
        ids.add(account.path("id").asLong());
        entries++;
      }
      if (answer.json().size() == PAGE && page <= DEEP_PAGE) {
        deepPath = next.get();
        deepPage = page;
      }
      next = answer.json().isEmpty() ? Optional.empty() : answer.next();
    }
    return new ListWalk(entries, ids.size(), deepPath, deepPage);
  }

  /** Whether it had so many accounts, each once. */
  boolean isOf(long accounts) {
    return entries == accounts && distinct == accounts;
  }
}
