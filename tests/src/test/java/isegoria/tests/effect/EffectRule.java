package isegoria.tests.effect;

import isegoria.api.endpoint.Endpoint;
import isegoria.api.endpoint.Endpoints;
import isegoria.tests.client.Answer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the calls of a test show what the test claims. */
public final class EffectRule {
  private EffectRule() {}

  /** What is claimed and not shown, with the reason. */
  public static List<String> unshown(List<String> claimed, List<Answer> calls) {
    return claimed.stream().flatMap(name -> flaw(name, calls).stream()).toList();
  }

  private static Optional<String> flaw(String name, List<Answer> calls) {
    if (Endpoints.all().stream().noneMatch(endpoint -> endpoint.name().equals(name))) {
      return Optional.of(name + ": not listed");
    }
    List<Integer> done =
        Stream.iterate(0, i -> i + 1)
            .limit(calls.size())
            .filter(i -> name(calls.get(i)).equals(name) && succeeded(calls.get(i)))
            .toList();
    if (done.isEmpty()) {
      return Optional.of(name + ": not asked with success");
    }
    boolean shown =
        name.startsWith("GET ")
            || done.stream()
                .anyMatch(
                    i -> calls.stream().skip(i + 1).anyMatch(later -> shows(later, calls.get(i))));
    return shown
        ? Optional.empty()
        : Optional.of(name + ": no read of another endpoint with another token follows");
  }

  private static boolean shows(Answer later, Answer write) {
    return later.call().method().equals("GET")
        && later.status() < 500
        && !Objects.equals(token(later), token(write))
        && !path(later).equals(path(write));
  }

  private static boolean succeeded(Answer answer) {
    return answer.status() >= 200 && answer.status() < 400;
  }

  private static String name(Answer answer) {
    return Endpoints.of(answer.call().method(), path(answer)).map(Endpoint::name).orElse("");
  }

  private static String path(Answer answer) {
    return answer.call().path().replaceFirst("\\?.*", "");
  }

  private static String token(Answer answer) {
    return answer.call().headers().getOrDefault("Authorization", "");
  }
}
