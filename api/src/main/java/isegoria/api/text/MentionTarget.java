package isegoria.api.text;

/** The account a mention was found to mean: where it leads and the name shown for it. */
public record MentionTarget(String url, String acct) {

  String username() {
    int domain = acct.indexOf('@');
    return domain < 0 ? acct : acct.substring(0, domain);
  }
}
