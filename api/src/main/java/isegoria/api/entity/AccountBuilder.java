package isegoria.api.entity;

import isegoria.api.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account of this server with the usual answers filled in; services say what differs. */
public final class AccountBuilder {

  private final String id;
  private final String username;
  private final Origin origin;
  private String displayName = "";
  private String note = "";
  private String avatar;
  private String avatarDescription = "";
  private String header;
  private String headerDescription = "";
  private boolean locked;
  private boolean bot;
  private @Nullable Boolean discoverable;
  private boolean indexable;
  private @Nullable Boolean suspended;
  private @Nullable Boolean limited;
  private @Nullable Boolean hideCollections = false;
  private List<Field> fields = List.of();
  private List<AccountRole> roles = List.of();
  private Instant createdAt = Instant.EPOCH;
  private @Nullable LocalDate lastStatusAt;
  private long statusesCount;
  private long followersCount;
  private long followingCount;

  AccountBuilder(String id, String username, Origin origin) {
    this.id = id;
    this.username = username;
    this.origin = origin;
    this.avatar = origin.missingAvatar();
    this.header = origin.missingHeader();
  }

  public AccountBuilder displayName(String plainText) {
    this.displayName = plainText;
    return this;
  }

  public AccountBuilder note(String html) {
    this.note = html;
    return this;
  }

  public AccountBuilder avatar(String url, String description) {
    this.avatar = url;
    this.avatarDescription = description;
    return this;
  }

  public AccountBuilder header(String url, String description) {
    this.header = url;
    this.headerDescription = description;
    return this;
  }

  public AccountBuilder locked(boolean locked) {
    this.locked = locked;
    return this;
  }

  public AccountBuilder bot(boolean bot) {
    this.bot = bot;
    return this;
  }

  public AccountBuilder discoverable(@Nullable Boolean discoverable) {
    this.discoverable = discoverable;
    return this;
  }

  public AccountBuilder indexable(boolean indexable) {
    this.indexable = indexable;
    return this;
  }

  public AccountBuilder suspended(boolean suspended) {
    this.suspended = suspended ? Boolean.TRUE : null;
    return this;
  }

  public AccountBuilder limited(boolean limited) {
    this.limited = limited ? Boolean.TRUE : null;
    return this;
  }

  public AccountBuilder hideCollections(@Nullable Boolean hideCollections) {
    this.hideCollections = hideCollections;
    return this;
  }

  public AccountBuilder fields(List<Field> htmlFields) {
    this.fields = htmlFields;
    return this;
  }

  public AccountBuilder roles(List<AccountRole> roles) {
    this.roles = roles;
    return this;
  }

  public AccountBuilder createdAt(Instant createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  public AccountBuilder posts(long count, @Nullable LocalDate lastOn) {
    this.statusesCount = count;
    this.lastStatusAt = lastOn;
    return this;
  }

  public AccountBuilder follows(long followers, long following) {
    this.followersCount = followers;
    this.followingCount = following;
    return this;
  }

  public Account build() {
    return new Account(
        id,
        username,
        username,
        origin.profile(username),
        origin.actor(username),
        displayName,
        note,
        avatar,
        avatar,
        avatarDescription,
        header,
        header,
        headerDescription,
        locked,
        fields,
        List.of(),
        bot,
        false,
        discoverable,
        indexable,
        false,
        null,
        null,
        suspended,
        limited,
        createdAt,
        lastStatusAt,
        statusesCount,
        followersCount,
        followingCount,
        hideCollections,
        true,
        true,
        true,
        roles,
        Approval.DENIED);
  }
}
