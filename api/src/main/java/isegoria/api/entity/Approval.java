package isegoria.api.entity;

import java.util.List;

/** Who may quote or feature something without asking, who after asking, and whether I may. */
@SnakeCase
public record Approval(List<String> automatic, List<String> manual, String currentUser) {
  /** No account may: the answer while there are neither quotes nor collections. */
  public static final Approval DENIED = new Approval(List.of(), List.of(), "denied");
}
