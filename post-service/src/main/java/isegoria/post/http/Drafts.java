package isegoria.post.http;

import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.error.Problem;
import isegoria.api.text.Hashtag;
import isegoria.api.text.LanguageTag;
import isegoria.api.text.Mention;
import isegoria.api.text.PostText;
import isegoria.api.text.TextRejection;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.account.AccountTable;
import isegoria.post.read.account.KnownAccount;
import isegoria.post.read.account.PostingDefaults;
import isegoria.post.read.post.PostRow;
import isegoria.post.write.Visibility;
import isegoria.post.write.post.Mentioned;
import isegoria.post.write.post.Placement;
import isegoria.post.write.post.ReplyTo;
import isegoria.post.write.post.Words;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client sends as a post, parsed: after this, nothing needs to be checked again. */
final class Drafts {

  private final AccountTable accounts;
  private final AccountViews views;
  private final PostVisibility postVisibility;
  private final Origin origin;
  private final Clock clock;

  Drafts(
      AccountTable accounts,
      AccountViews views,
      PostVisibility postVisibility,
      Origin origin,
      Clock clock) {
    this.accounts = accounts;
    this.views = views;
    this.postVisibility = postVisibility;
    this.origin = origin;
    this.clock = clock;
  }

  /** Rejects parameters that this server does not support yet, and invalid dates. */
  void refuseUnsupported(Params params) {
    if (!params.list("media_ids").isEmpty()) {
      throw ApiException.invalid("Media attachments are not available yet");
    }
    if (params.has("poll")) {
      throw ApiException.invalid("Polls are not available yet");
    }
    String quoted = params.text("quoted_status_id");
    if (quoted != null && !quoted.isBlank()) {
      throw ApiException.notFound();
    }
    String scheduled = params.text("scheduled_at");
    if (scheduled != null && !scheduled.isBlank() && instant(scheduled).isAfter(clock.instant())) {
      throw ApiException.invalid("Scheduled posts are not available yet");
    }
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException _) {
      try {
        return LocalDateTime.parse(text.strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException _) {
        throw new ApiException(Problem.INVALID);
      }
    }
  }

  /** The account that writes, with what its posts are when the client does not say. */
  KnownAccount author(AccountId author) {
    KnownAccount found = accounts.findAll(List.of(author)).get(author);
    if (found == null) {
      throw ApiException.notFound();
    }
    return found;
  }

  /** The words of a post that is written. */
  Words words(Params params, PostingDefaults defaults) {
    return words(
        params.text("status"),
        params.text("spoiler_text"),
        params.flag("sensitive", defaults.sensitive()),
        params.has("language") ? language(params.text("language")) : defaults.language());
  }

  /**
   * The words of a post that is edited. Clients send all of them, so what is not sent is cleared;
   * only the language stays what it was.
   */
  Words words(Params params, PostRow before) {
    return words(
        params.text("status"),
        params.text("spoiler_text"),
        params.flag("sensitive", false),
        params.has("language") ? language(params.text("language")) : before.language());
  }

  private Words words(
      @Nullable String rawText,
      @Nullable String rawSpoiler,
      boolean sensitive,
      @Nullable String language) {
    return switch (PostText.parse(rawText, rawSpoiler)) {
      case TextRejection refusal -> throw new ApiException(422, refusal.problem());
      case PostText text ->
          new Words(
              text.text(),
              text.warning(),
              sensitive || !text.warning().isEmpty(),
              language,
              mentions(text),
              text.hashtags().stream().map(Hashtag::name).toList());
    };
  }

  private List<Mentioned> mentions(PostText text) {
    List<String> names =
        text.mentions().stream().filter(this::isOurs).map(m -> lower(m.name())).toList();
    if (names.isEmpty()) {
      return List.of();
    }
    Map<String, AccountId> named = accounts.named(names);
    Map<AccountId, KnownAccount> found = accounts.findAll(named.values());
    var mentioned = new LinkedHashMap<AccountId, Mentioned>();
    for (String name : names) {
      AccountId account = named.get(name);
      KnownAccount known = account == null ? null : found.get(account);
      if (account != null && known != null) {
        mentioned.put(account, new Mentioned(account, known.profile().username()));
      }
    }
    return List.copyOf(mentioned.values());
  }

  private boolean isOurs(Mention mention) {
    String domain = mention.domain();
    return domain == null
        || domain.equalsIgnoreCase(origin.domain())
        || domain.equalsIgnoreCase(origin.domain().replaceFirst(":\\d+$", ""));
  }

  private static @Nullable String language(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return LanguageTag.of(text.strip())
        .orElseThrow(() -> ApiException.invalid("Language is not a language code"));
  }

  static boolean saysVisibility(Params params) {
    return !params.text("visibility", "").isBlank();
  }

  /** The visibility asked for; the alternative when none is. */
  static Visibility visibility(Params params, Visibility alternative) {
    if (!saysVisibility(params)) {
      return alternative;
    }
    String word = params.text("visibility", "");
    for (Visibility visibility : Visibility.values()) {
      if (lower(visibility.name()).equals(word.strip())) {
        return visibility;
      }
    }
    throw ApiException.invalid("Visibility is not included in the list");
  }

  /** Where the post stands; 404 when it answers what its author may not see. */
  Placement placement(Params params, PostId id, AccountId author, PostingDefaults defaults) {
    PostId inReplyTo = params.postId("in_reply_to_id");
    Visibility visibility = visibility(params, defaults.visibility());
    if (inReplyTo == null) {
      return new Placement(visibility, null, id);
    }
    PostRow parent = postVisibility.require(inReplyTo, author);
    return new Placement(
        visibility, new ReplyTo(parent.id(), parent.author()), parent.conversation());
  }

  /** Accounts that the post would reach and the client did not expect; null: expected or unsaid. */
  @Nullable List<Account> unexpected(Params params, Words words, AccountId author) {
    if (!params.has("allowed_mentions")) {
      return null;
    }
    List<AccountId> allowed = params.accountIds("allowed_mentions");
    var others = new ArrayList<AccountId>();
    for (Mentioned mentioned : words.mentions()) {
      if (!allowed.contains(mentioned.account()) && !mentioned.account().equals(author)) {
        others.add(mentioned.account());
      }
    }
    if (others.isEmpty()) {
      return null;
    }
    Map<AccountId, Account> found = views.of(others);
    return others.stream().filter(found::containsKey).map(found::get).toList();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
