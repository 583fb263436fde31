package isegoria.edge;

/** What topics, keyspace and metrics of this process are named by: {@code post}, not the jar's. */
public record ServiceName(String value) {

  private static final String SUFFIX = "-service";

  static ServiceName of(String configured, String application) {
    String name = configured.isBlank() ? application : configured;
    return new ServiceName(
        name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name);
  }

  @Override
  public String toString() {
    return value;
  }
}
