package isegoria.account.write.list;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose replies a list shows, beside those of its members to themselves and to its owner. */
public enum RepliesPolicy {
  /** Those to anyone whom the owner follows. */
  FOLLOWED,

  /** Those to members of the list. */
  LIST,

  NONE;

  /** The policy of a word that clients send. */
  public static Optional<RepliesPolicy> of(String word) {
    return Arrays.stream(values()).filter(policy -> policy.word().equals(word)).findAny();
  }

  /** As clients and topics write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
