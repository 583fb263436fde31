package isegoria.post.kafka;

import isegoria.events.AccountId;
import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.AccountPrivateEvent;
import isegoria.events.account.SettingsChanged;
import isegoria.post.read.account.PostingDefaults;
import isegoria.post.read.account.PostingDefaultsWriter;
import isegoria.post.write.Visibility;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Posting defaults from restricted facts of accounts into rows; other facts change nothing. */
final class SettingsCodec {

  private final AvroReader<AccountPrivateEvent> events =
      AvroReader.of(Topics.ACCOUNT_PRIVATE_EVENTS, AccountPrivateEvent.class);

  CompletionStage<Void> write(byte[] bytes, long micros, PostingDefaultsWriter rows) {
    SettingsChanged changed = events.decode(bytes).getSettingsChanged();
    if (changed == null) {
      return CompletableFuture.completedFuture(null);
    }
    return rows.put(
        AccountId.of(changed.getAccountId()),
        new PostingDefaults(
            visibility(changed.getPrivacy()), changed.getSensitive(), language(changed)),
        micros);
  }

  private static Visibility visibility(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "unlisted" -> Visibility.UNLISTED;
      case "private" -> Visibility.PRIVATE;
      case "direct" -> Visibility.DIRECT;
      default -> Visibility.PUBLIC;
    };
  }

  private static @Nullable String language(SettingsChanged changed) {
    String language = changed.getLanguage();
    return language == null || language.isBlank() ? null : language;
  }
}
