package isegoria.tests.world;

import java.util.List;
import java.util.function.BiConsumer;

/** How the people of a world come by accounts and tokens. */
@FunctionalInterface
public interface Enrolment {

  /** A person who has both. */
  record Enrolled(String id, String token) {}

  /** Enrols these names, telling of each by its place in the list; from any thread. */
  void enrol(List<String> names, BiConsumer<Integer, Enrolled> enrolled);
}
