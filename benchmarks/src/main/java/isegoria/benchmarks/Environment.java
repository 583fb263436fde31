package isegoria.benchmarks;

/** What the environment sets. */
final class Environment {

  long number(String name, long otherwise) {
    String value = text(name, "");
    return value.isEmpty() ? otherwise : Long.parseLong(value);
  }

  String text(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }
}
