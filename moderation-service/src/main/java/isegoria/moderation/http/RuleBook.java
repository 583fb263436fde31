package isegoria.moderation.http;

import isegoria.api.entity.Rule;
import isegoria.moderation.write.RuleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The published rules, in order. A rule's id never changes its meaning and is never used again: a
 * changed rule is a further one.
 */
public final class RuleBook {

  private final int version;
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  public RuleBook(int version, List<Rule> rules) {
    this.version = version;
    for (Rule rule : rules) {
      if (this.rules.put(rule.id(), rule) != null) {
        throw new IllegalArgumentException("rule " + rule.id() + ": twice (expected: once)");
      }
    }
  }

  public int version() {
    return version;
  }

  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  /** The rule's id, or null when there is no such rule. */
  @Nullable RuleId known(String id) {
    return rules.containsKey(id) ? new RuleId(id) : null;
  }

  List<Rule> named(List<RuleId> ids) {
    return rules.values().stream().filter(rule -> ids.contains(new RuleId(rule.id()))).toList();
  }
}
