package isegoria.post.http;

import isegoria.accounts.SanctionsInForce;
import isegoria.edge.ApiException;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.engagement.BoostRow;
import isegoria.post.read.engagement.EngagementTable;
import isegoria.post.read.post.PostRow;
import isegoria.post.read.post.PostTable;
import isegoria.post.read.relationship.Relationship;
import isegoria.post.read.relationship.RelationshipTable;
import isegoria.post.read.visibility.VisibilityRules;
import isegoria.post.write.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Posts as one viewer may see them: loads them and the relationships, and applies the rules. */
final class PostVisibility {

  private final PostTable posts;
  private final EngagementTable engagements;
  private final RelationshipTable relationships;
  private final SanctionsInForce sanctions;
  private final Clock clock;

  PostVisibility(
      PostTable posts,
      EngagementTable engagements,
      RelationshipTable relationships,
      SanctionsInForce sanctions,
      Clock clock) {
    this.posts = posts;
    this.engagements = engagements;
    this.relationships = relationships;
    this.sanctions = sanctions;
    this.clock = clock;
  }

  /** The post, or what a boost of that id shows; 404 when it is not there for the viewer. */
  PostRow require(PostId id, @Nullable AccountId viewer) {
    return find(id, viewer).orElseThrow(ApiException::notFound);
  }

  Optional<PostRow> find(PostId id, @Nullable AccountId viewer) {
    Optional<PostRow> post =
        posts.find(id).or(() -> engagements.findBoost(id).flatMap(b -> posts.find(b.post())));
    return post.filter(row -> !among(List.of(row), viewer).isEmpty());
  }

  /** A boost by its own id, when the viewer may see both it and what it shows. */
  Optional<BoostRow> findBoost(PostId id, @Nullable AccountId viewer) {
    return engagements
        .findBoost(id)
        .filter(boost -> boost.actor().equals(viewer) || isShown(boost, viewer));
  }

  private boolean isShown(BoostRow boost, @Nullable AccountId viewer) {
    Relationship relationship = relationships(List.of(boost.actor()), viewer).get(boost.actor());
    boolean follower = relationship != null && relationship.follows();
    boolean blocked = relationship != null && relationship.isBlocked();
    return !blocked
        && !sanctions.of(boost.actor().value(), clock.instant()).suspended()
        && (boost.visibility().isOpen() || follower);
  }

  /**
   * The post whose mark an account takes back: one that it sees, or that it marked before the post
   * became invisible to it; 404 for any other.
   */
  PostId requireMarkable(PostId id, Optional<PostRow> seen, AccountId actor) {
    if (seen.isEmpty() && engagements.findAll(actor, List.of(id)).isEmpty()) {
      throw ApiException.notFound();
    }
    return seen.map(PostRow::id).orElse(id);
  }

  /** The author's own, or 404. */
  PostRow requireOwn(PostId id, AccountId author) {
    return posts.find(id).filter(post -> post.isBy(author)).orElseThrow(ApiException::notFound);
  }

  /** Those of the posts that the viewer may see, in their order. */
  List<PostRow> among(Collection<PostRow> rows, @Nullable AccountId viewer) {
    Instant now = clock.instant();
    Map<AccountId, Relationship> known = relationships(authors(rows), viewer);
    return rows.stream()
        .filter(row ->
            VisibilityRules.allows(
                row,
                viewer,
                known.getOrDefault(row.author(), Relationship.STRANGERS),
                sanctions.hides(row.id().value(), row.author().value(), now)))
        .toList();
  }

  /** As {@link #among}, without what the viewer muted. */
  List<PostRow> unmutedAmong(Collection<PostRow> rows, @Nullable AccountId viewer) {
    Instant now = clock.instant();
    Map<AccountId, Relationship> known = relationships(authors(rows), viewer);
    return among(rows, viewer).stream()
        .filter(row -> !known.getOrDefault(row.author(), Relationship.STRANGERS).isMutedAt(now))
        .toList();
  }

  /** By identity, those that exist and the viewer may see, in the order asked for. */
  List<PostRow> findAll(List<PostId> ids, @Nullable AccountId viewer) {
    Map<PostId, PostRow> found = posts.findAll(ids);
    return among(ids.stream().filter(found::containsKey).map(found::get).toList(), viewer);
  }

  /** Accounts that the viewer may meet: neither blocked nor suspended. */
  List<AccountId> accountsAmong(List<AccountId> accounts, @Nullable AccountId viewer) {
    Instant now = clock.instant();
    Map<AccountId, Relationship> known = relationships(accounts, viewer);
    return accounts.stream()
        .filter(a -> !known.getOrDefault(a, Relationship.STRANGERS).isBlocked())
        .filter(a -> !sanctions.of(a.value(), now).suspended())
        .toList();
  }

  /** The facts that a decision about the post needs. */
  static Target target(PostRow post) {
    return new Target(
        post.id(), post.author(), post.visibility(), post.conversation(), Target.Reach.VISIBLE);
  }

  private Map<AccountId, Relationship> relationships(
      Collection<AccountId> others, @Nullable AccountId viewer) {
    if (viewer == null) {
      return Map.of();
    }
    List<AccountId> strangers = others.stream().filter(o -> !o.equals(viewer)).distinct().toList();
    return strangers.isEmpty() ? Map.of() : relationships.of(viewer, strangers);
  }

  private static Collection<AccountId> authors(Collection<PostRow> rows) {
    return rows.stream().map(PostRow::author).collect(Collectors.toSet());
  }
}
