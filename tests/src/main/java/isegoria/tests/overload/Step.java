package isegoria.tests.overload;

import isegoria.tests.client.Call;
import isegoria.tests.client.Person;

/** One request of a person, of the kinds that clients make most. */
sealed interface Step {
  Person by();

  Call call();

  /** Publishes something. */
  record Publish(Person by, Call call) implements Step {}

  /** Favourites another person's post. */
  record Favourite(Person by, String post, Call call) implements Step {}

  /** Reads the first page of a home feed. */
  record Home(Person by, Call call) implements Step {}
}
