package isegoria.account.write.account;

import org.jspecify.annotations.Nullable;

/** What a change of the settings changes: null leaves a part as it is; no language is empty. */
public record SettingsChange(
    @Nullable String privacy,
    @Nullable Boolean sensitive,
    @Nullable String language,
    @Nullable String quotePolicy) {

  public Settings appliedTo(Settings settings) {
    return new Settings(
        privacy == null ? settings.privacy() : privacy,
        sensitive == null ? settings.sensitive() : sensitive,
        changedLanguage(settings),
        quotePolicy == null ? settings.quotePolicy() : quotePolicy);
  }

  private @Nullable String changedLanguage(Settings settings) {
    if (language == null) {
      return settings.language();
    }
    return language.isEmpty() ? null : language;
  }
}
