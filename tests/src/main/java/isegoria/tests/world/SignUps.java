package isegoria.tests.world;

import isegoria.tests.client.App;
import isegoria.tests.client.Person;
import java.util.List;
import java.util.function.BiConsumer;

/** Everybody signs up as any person would: a password each, which takes its time to hash. */
public record SignUps(App app, int atOnceMax) implements Enrolment {

  @Override
  public void enrol(List<String> names, BiConsumer<Integer, Enrolled> enrolled) {
    Together.run(
        names.size(),
        atOnceMax,
        place -> {
          Person person = app.signUp(names.get(place));
          enrolled.accept(place, new Enrolled(person.id(), person.token()));
        });
  }
}
