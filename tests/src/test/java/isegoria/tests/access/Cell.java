package isegoria.tests.access;

import isegoria.api.endpoint.Endpoint;
import isegoria.tests.access.Expected.LetIn;

/** One call of the matrix, and what it has to be answered with. */
record Cell(Endpoint endpoint, Caller caller, Thing thing, Expected expected) {

  boolean isLetIn() {
    return expected instanceof LetIn;
  }

  boolean reads() {
    return endpoint.method().equals("GET");
  }

  @Override
  public String toString() {
    return "%s %s by %s".formatted(endpoint.name(), thing.name(), caller.name());
  }
}
