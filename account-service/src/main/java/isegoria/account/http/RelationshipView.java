package isegoria.account.http;

import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.setting.Notes;
import isegoria.account.write.relationship.FollowOptions;
import isegoria.account.write.relationship.Mute;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.Side;
import isegoria.account.write.relationship.Tie.Blocking;
import isegoria.account.write.relationship.Tie.Following;
import isegoria.account.write.relationship.Tie.Requested;
import isegoria.events.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is between two accounts, as the one who asks sees it, with what that one noted. */
public final class RelationshipView {

  private final Relationships relationships;
  private final Notes notes;
  private final Clock clock;

  public RelationshipView(Relationships relationships, Notes notes, Clock clock) {
    this.relationships = relationships;
    this.notes = notes;
    this.clock = clock;
  }

  /** Towards each of the others, in their order. */
  List<isegoria.api.entity.Relationship> of(AccountId viewer, Collection<AccountId> others) {
    Map<Pair, Relationship> pairs =
        relationships.of(
            others.stream()
                .filter(other -> !other.equals(viewer))
                .map(other -> Pair.of(viewer, other))
                .toList());
    Map<AccountId, String> noted = notes.of(viewer, others);
    Instant now = clock.instant();
    return others.stream()
        .map(other ->
            view(
                pairs.getOrDefault(Pair.of(viewer, other), Relationship.STRANGERS),
                viewer,
                other,
                noted.getOrDefault(other, ""),
                now))
        .toList();
  }

  /** What a command left between the two. */
  isegoria.api.entity.Relationship of(Relationship pair, AccountId viewer, AccountId other) {
    return view(pair, viewer, other, notes.of(viewer, other), clock.instant());
  }

  private static isegoria.api.entity.Relationship view(
      Relationship pair, AccountId viewer, AccountId other, String note, Instant now) {
    Side mine = pair.side(viewer, other);
    Side theirs = pair.side(other, viewer);
    FollowOptions options = options(mine);
    Mute mute = inForce(mine.mute(), now);
    return new isegoria.api.entity.Relationship(
        other.toString(),
        mine.tie() instanceof Following,
        options != null && options.boosts(),
        options != null && options.notifies(),
        languages(options),
        theirs.tie() instanceof Following,
        mine.tie() instanceof Blocking,
        theirs.tie() instanceof Blocking,
        mute != null,
        mute != null && mute.notifications(),
        mute == null ? null : mute.until(),
        mine.tie() instanceof Requested,
        theirs.tie() instanceof Requested,
        false,
        false,
        note);
  }

  private static @Nullable Mute inForce(@Nullable Mute mute, Instant now) {
    if (mute == null) {
      return null;
    }
    Instant until = mute.until();
    return until == null || now.isBefore(until) ? mute : null;
  }

  static @Nullable FollowOptions options(Side side) {
    return switch (side.tie()) {
      case Following of -> of.options();
      case Requested of -> of.options();
      default -> null;
    };
  }

  private static @Nullable List<String> languages(@Nullable FollowOptions options) {
    return options == null || options.languages().isEmpty() ? null : options.languages();
  }
}
