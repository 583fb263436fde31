package isegoria.tests;

import isegoria.infra.DevSystem;
import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.App;
import isegoria.tests.client.Person;
import isegoria.tests.platform.Systems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The one running system of all journeys: two of each service behind one gateway, compat. */
final class Shared {
  private static final int CALLS_MAX = 100;
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private static @Nullable Shared shared;

  private final DevSystem system;
  private final Api api;
  private final App app;

  private Shared(DevSystem system) {
    this.system = system;
    this.api = new Api(system.origin(), CALLS_MAX);
    this.app = App.register(api);
  }

  /** Starts it when it is first asked for; it ends with this process. */
  static synchronized Shared system() {
    Shared present = shared;
    if (present == null) {
      long start = System.nanoTime();
      // Each journey meets pages from memory by one instance, and from snapshots by the other.
      present =
          new Shared(
              Systems.start("journeys", 2, config -> Replay.withSnapshots(config, "timeline-0")));
      System.out.printf(
          "system of two instances up after %.1f s%n", (System.nanoTime() - start) / 1e9);
      shared = present;
    }
    return present;
  }

  DevSystem processes() {
    return system;
  }

  Api api() {
    return api;
  }

  App app() {
    return app;
  }

  /** The same person with another token, as another device has it. */
  Person again(Person person) {
    try {
      Answer token =
          app.logIn(person.name() + "@example.org", App.passwordOf(person.name()), App.SCOPES);
      return Person.of(api, token.expect(200).text("access_token"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String freshName(String name) {
    return name + PEOPLE.incrementAndGet();
  }

  /** Somebody new, whose name begins like this. */
  Person signUp(String name) {
    return app.signUp(freshName(name));
  }
}
