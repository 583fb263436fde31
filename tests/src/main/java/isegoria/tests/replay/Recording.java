package isegoria.tests.replay;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.world.ParallelTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Answers by what was asked, each with all its pages: status, links and bytes of the body. */
record Recording(Map<String, String> answers) {

  /** Pages of one list: further ones would only be more of the same. */
  private static final int PAGES_MAX = 40;

  private static final int CALLS_MAX = 16;

  private static final int SHOWN_MAX = 160;

  /** What is asked: who asks, for differences, their token, and the path. */
  record Question(String who, String token, String path) {}

  Recording {
    answers = new TreeMap<>(answers);
  }

  static Recording of(Api api, List<Question> questions) {
    Map<String, String> answers = new ConcurrentSkipListMap<>();
    ParallelTasks.run(
        questions.size(),
        CALLS_MAX,
        number -> {
          Question asked = questions.get(number);
          Optional<String> next = Optional.of(asked.path());
          for (int page = 0; next.isPresent() && page < PAGES_MAX; page++) {
            Call call = Call.get(next.get()).as(asked.token().isEmpty() ? null : asked.token());
            Answer answer = api.known(call, Api.PATIENCE);
            answers.put(
                asked.who() + " " + asked.path() + " page " + (page + 1),
                "%d %s %s"
                    .formatted(
                        answer.status(),
                        answer.headers().firstValue("Link").orElse(""),
                        answer.body()));
            next = answer.json().isEmpty() ? Optional.empty() : answer.next();
          }
        });
    return new Recording(answers);
  }

  /** Those answers whose question has this in its path. */
  Recording where(String path) {
    var some = new TreeMap<>(answers);
    some.keySet().removeIf(question -> !question.contains(path));
    return new Recording(some);
  }

  /** Answers that are not 200: what cannot be seen must not be seen later either. */
  long refusals() {
    return answers.values().stream().filter(answer -> !answer.startsWith("200 ")).count();
  }

  /** One line for each answer that is another one later, or is there only once. */
  List<String> differences(Recording later) {
    List<String> differences = new ArrayList<>();
    answers.forEach((question, before) -> {
      String after = later.answers.get(question);
      if (after == null) {
        differences.add(question + ": not there later");
      } else if (!before.equals(after)) {
        differences.add(question + ": " + difference(before, after));
      }
    });
    later.answers.keySet().stream()
        .filter(question -> !answers.containsKey(question))
        .forEach(question -> differences.add(question + ": not there before"));
    return differences;
  }

  private static String difference(String before, String after) {
    int at = 0;
    while (at < before.length() && at < after.length() && before.charAt(at) == after.charAt(at)) {
      at++;
    }
    return "at %d: %s (expected: %s)".formatted(at, shown(after, at), shown(before, at));
  }

  private static String shown(String text, int at) {
    int from = Math.max(0, at - 40);
    return "…" + text.substring(from, Math.min(text.length(), from + SHOWN_MAX)) + "…";
  }
}
