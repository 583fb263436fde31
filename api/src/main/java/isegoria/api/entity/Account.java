package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import isegoria.api.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person or a machine as others see it. The day of opening is all that shows of its time. */
@SnakeCase
public record Account(
    String id,
    String username,
    String acct,
    @Nullable String url,
    String uri,
    String displayName,
    String note,
    String avatar,
    String avatarStatic,
    String avatarDescription,
    String header,
    String headerStatic,
    String headerDescription,
    boolean locked,
    List<Field> fields,
    List<CustomEmoji> emojis,
    boolean bot,
    boolean group,
    @Nullable Boolean discoverable,
    boolean indexable,
    @JsonInclude(NON_NULL) @Nullable Boolean noindex,
    @JsonInclude(NON_NULL) @Nullable Account moved,
    @JsonInclude(NON_NULL) @Nullable Boolean memorial,
    @JsonInclude(NON_NULL) @Nullable Boolean suspended,
    @JsonInclude(NON_NULL) @Nullable Boolean limited,
    @AtMillis Instant createdAt,
    @Nullable LocalDate lastStatusAt,
    long statusesCount,
    long followersCount,
    long followingCount,
    @Nullable Boolean hideCollections,
    boolean showMedia,
    boolean showMediaReplies,
    boolean showFeatured,
    @Nullable List<AccountRole> roles,
    Approval featureApproval) {
  public Account {
    createdAt = createdAt.truncatedTo(ChronoUnit.DAYS);
  }

  public static AccountBuilder local(String id, String username, Origin origin) {
    return new AccountBuilder(id, username, origin);
  }
}
