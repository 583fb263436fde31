package isegoria.tests.overload;

import isegoria.tests.client.Call;
import isegoria.tests.client.Person;

/** One request that somebody makes, of the kinds that clients make most. */
sealed interface Step {
  Person by();

  Call call();

  /** Publishes something. */
  record Publish(Person by, Call call) implements Step {}

  /** Likes a post of somebody else. */
  record Favourite(Person by, String post, Call call) implements Step {}

  /** Reads the first page of a home feed. */
  record Home(Person by, Call call) implements Step {}
}
