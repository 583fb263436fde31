package isegoria.account.write.account;

import org.jspecify.annotations.Nullable;

/**
 * What a post gets that says nothing else: nobody but the account sees it.
 *
 * @param privacy public, unlisted, private or direct
 * @param language ISO 639 code, or null for none
 */
public record Settings(
    String privacy, boolean sensitive, @Nullable String language, String quotePolicy) {

  public static final Settings USUAL = new Settings("public", false, null, "public");
}
