package isegoria.moderation.write.sanction;

/** Identity of a sanction: opaque and time-ordered. */
public record SanctionId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
