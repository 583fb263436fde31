package isegoria.account.write.account;

import java.util.Locale;

/** Who closed an account and how far it goes, as the contract writes it in lower case. */
public enum CloseReason {
  SELF,
  OPERATOR,
  ERASED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
