package isegoria.moderation.write;

/**
 * Identity of one published rule. It never changes its meaning, so a sanction can be checked
 * against it years later.
 */
public record RuleId(String value) {

  public RuleId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("rule: blank (expected: a rule's id)");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
