package isegoria.account.write.account;

/** One row of the table on a profile, as written. */
public record ProfileField(String name, String value) {}
