package isegoria.account.write.account;

import org.jspecify.annotations.Nullable;

/**
 * The defaults of an account's posts: only the account sees them.
 *
 * @param privacy public, unlisted, private or direct
 * @param language ISO 639 code, or null for none
 */
public record Settings(
    String privacy, boolean sensitive, @Nullable String language, String quotePolicy) {

  public static final Settings USUAL = new Settings("public", false, null, "public");
}
