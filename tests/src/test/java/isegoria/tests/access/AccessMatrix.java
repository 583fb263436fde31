package isegoria.tests.access;

import isegoria.api.endpoint.Access;
import isegoria.api.endpoint.Endpoint;
import isegoria.api.endpoint.Endpoints;
import isegoria.api.error.Problem;
import isegoria.tests.access.Expected.LikeMissing;
import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import isegoria.tests.world.ParallelTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every endpoint asked by every caller about every thing that it may name. */
public final class AccessMatrix {
  private static final int CALLS_AT_ONCE = 8;

  private final Things things;
  private final List<Cell> cells;
  private final Function<Call, Answer> server;

  /**
   * Of all endpoints.
   *
   * @param callers who asks for everything
   * @param narrow tokens of few scopes; each endpoint is asked with the first that is too few
   */
  public AccessMatrix(
      List<Caller> callers, List<Caller> narrow, Things things, Function<Call, Answer> server) {
    this.things = things;
    this.server = server;
    this.cells =
        Endpoints.all().stream()
            .filter(AccessMatrix::isAskedByToken)
            .flatMap(endpoint -> cells(endpoint, callers, narrow))
            .toList();
  }

  /** What hands tokens out takes none. */
  private static boolean isAskedByToken(Endpoint endpoint) {
    return !endpoint.path().startsWith("/oauth/")
        || endpoint.access().caller() != Access.Caller.PUBLIC;
  }

  private Stream<Cell> cells(Endpoint endpoint, List<Caller> callers, List<Caller> narrow) {
    var asking = new ArrayList<Caller>(callers);
    narrow.stream()
        .filter(caller -> AccessRule.refusal(endpoint, caller) == Problem.SCOPE_MISSING)
        .findFirst()
        .ifPresent(asking::add);
    return asking.stream()
        .flatMap(caller ->
            things.of(endpoint).stream()
                .map(thing ->
                    new Cell(
                        endpoint,
                        caller,
                        thing,
                        AccessRule.of(endpoint, caller, thing.isHidden()))))
        // The answer to who may open a stream has no end.
        .filter(cell -> !endpoint.isStream() || !cell.isLetIn());
  }

  /** How many calls there are, by what is expected. */
  public String size() {
    long letIn = cells.stream().filter(Cell::isLetIn).count();
    long missing = cells.stream().filter(AccessMatrix::isLikeMissing).count();
    return "%d calls: %d refused, %d as if nothing were there, %d let in"
        .formatted(cells.size(), cells.size() - letIn - missing, missing, letIn);
  }

  /** Asks for everything that has to be refused or not found; returns what was answered wrong. */
  public List<String> wrongRefusals() {
    return wrong(cell -> !cell.isLetIn());
  }

  /** The same for the rest: reads first, then what changes things, then what ends them. */
  public List<String> wrongAdmissions() {
    var wrong = new ArrayList<String>(wrong(cell -> cell.isLetIn() && cell.reads()));
    wrong.addAll(wrong(cell -> cell.isLetIn() && !cell.reads() && !isEnd(cell)));
    wrong.addAll(wrong(cell -> cell.isLetIn() && isEnd(cell)));
    return wrong;
  }

  private static boolean isEnd(Cell cell) {
    return cell.endpoint().method().equals("DELETE");
  }

  private static boolean isLikeMissing(Cell cell) {
    return cell.expected() instanceof LikeMissing;
  }

  private List<String> wrong(Predicate<Cell> which) {
    List<Cell> chosen = cells.stream().filter(which).toList();
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    ParallelTasks.run(chosen.size(), CALLS_AT_ONCE, each -> ask(chosen.get(each), wrong));
    return List.copyOf(wrong);
  }

  private void ask(Cell cell, Queue<String> wrong) {
    Answer answer = answer(cell, cell.thing());
    Answer missing = isLikeMissing(cell) ? answer(cell, cell.thing().missing()) : answer;
    if (!Verdict.isRight(cell, answer, missing)) {
      wrong.add(
          "%s: %d %s (expected: %s)"
              .formatted(
                  cell,
                  answer.status(),
                  answer.body(),
                  isLikeMissing(cell)
                      ? "as for what does not exist: %d %s"
                          .formatted(missing.status(), missing.body())
                      : cell.expected()));
    }
  }

  private Answer answer(Cell cell, Thing thing) {
    return server.apply(things.call(cell.endpoint(), thing, cell.caller().token()));
  }
}
