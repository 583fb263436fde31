package isegoria.post.kafka;

import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.Meta;
import isegoria.events.Partitioning;
import isegoria.events.PostId;
import isegoria.events.Topics;
import isegoria.events.post.Boost;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostPrivateState;
import isegoria.events.post.PostState;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import isegoria.post.write.engagement.Boosting;
import isegoria.post.write.engagement.Engagement;
import isegoria.post.write.engagement.Engagement.Engaged;
import isegoria.post.write.engagement.EngagementEvent;
import isegoria.post.write.engagement.EngagementEvent.ConversationMuted;
import isegoria.post.write.engagement.EngagementEvent.ConversationUnmuted;
import isegoria.post.write.engagement.EngagementEvent.PostBookmarked;
import isegoria.post.write.engagement.EngagementEvent.PostBoosted;
import isegoria.post.write.engagement.EngagementEvent.PostFavourited;
import isegoria.post.write.engagement.EngagementEvent.PostUnbookmarked;
import isegoria.post.write.engagement.EngagementEvent.PostUnboosted;
import isegoria.post.write.engagement.EngagementEvent.PostUnfavourited;
import isegoria.post.write.engagement.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an engagement publishes: likes and boosts of open posts in the open, everything else, and
 * whole engagements, on the restricted topics.
 */
public final class EngagementCodec implements Publisher<Engagement, EngagementEvent> {

  private final AvroCodec<PostEvent> openEvents = AvroCodec.of(Topics.POST_EVENTS, PostEvent.class);
  private final AvroCodec<PostPrivateEvent> privateEvents =
      AvroCodec.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class);
  private final AvroCodec<PostState> openStates = AvroCodec.of(Topics.POST_STATES, PostState.class);
  private final AvroCodec<PostPrivateState> privateStates =
      AvroCodec.of(Topics.POST_PRIVATE_STATES, PostPrivateState.class);

  @Override
  public List<Publication> publish(Recorded<Engagement, EngagementEvent> recorded) {
    if (!(recorded.after() instanceof Engaged after)) {
      return List.of();
    }
    var publications = new ArrayList<Publication>();
    for (int i = 0; i < recorded.events().size(); i++) {
      EngagementEvent event = recorded.events().get(i);
      publications.add(fact(MetaCodec.of(recorded, i), event, after));
      Publication boost = boost(recorded, event, after);
      if (boost != null) {
        publications.add(boost);
      }
    }
    publications.add(state(recorded, after));
    return publications;
  }

  private Publication fact(Meta meta, EngagementEvent event, Engaged of) {
    boolean open = of.visibility().isOpen();
    String actor = of.actor().toString();
    String post = of.post().toString();
    String author = of.author().toString();
    return switch (event) {
      case PostFavourited _ when open ->
          open(meta, "favourited", b -> b.setFavourited(favourited(actor, post, author)));
      case PostFavourited _ ->
          restricted(meta, "favourited", b -> b.setFavourited(favourited(actor, post, author)));
      case PostUnfavourited _ when open ->
          open(meta, "unfavourited", b -> b.setUnfavourited(unfavourited(actor, post, author)));
      case PostUnfavourited _ ->
          restricted(
              meta, "unfavourited", b -> b.setUnfavourited(unfavourited(actor, post, author)));
      case PostBoosted e when open && e.boost().visibility().isOpen() ->
          open(meta, "boosted", b -> b.setBoosted(boosted(of, e.boost())));
      case PostBoosted e -> restricted(meta, "boosted", b -> b.setBoosted(boosted(of, e.boost())));
      case PostUnboosted e when open && e.boost().visibility().isOpen() ->
          open(meta, "unboosted", b -> b.setUnboosted(unboosted(of, e.boost())));
      case PostUnboosted e ->
          restricted(meta, "unboosted", b -> b.setUnboosted(unboosted(of, e.boost())));
      case PostBookmarked _ ->
          restricted(
              meta,
              "bookmarked",
              b -> b.setBookmarked(new isegoria.events.post.PostBookmarked(actor, post, author)));
      case PostUnbookmarked _ ->
          restricted(
              meta,
              "unbookmarked",
              b ->
                  b.setUnbookmarked(
                      new isegoria.events.post.PostUnbookmarked(actor, post, author)));
      case ConversationMuted _ ->
          restricted(
              meta,
              "conversation_muted",
              b ->
                  b.setConversationMuted(
                      new isegoria.events.post.ConversationMuted(
                          actor, post, author, of.conversation().toString())));
      case ConversationUnmuted _ ->
          restricted(
              meta,
              "conversation_unmuted",
              b ->
                  b.setConversationUnmuted(
                      new isegoria.events.post.ConversationUnmuted(
                          actor, post, author, of.conversation().toString())));
    };
  }

  /** Sets the one field that the type names. */
  private interface Fill<B> {
    B into(B builder);
  }

  private Publication open(Meta meta, String type, Fill<PostEvent.Builder> fill) {
    PostEvent event = fill.into(PostEvent.newBuilder().setMeta(meta).setType(type)).build();
    return new Publication(Topics.POST_EVENTS, meta.getStreamId(), type, openEvents.encode(event));
  }

  private Publication restricted(Meta meta, String type, Fill<PostPrivateEvent.Builder> fill) {
    PostPrivateEvent event =
        fill.into(PostPrivateEvent.newBuilder().setMeta(meta).setType(type)).build();
    return new Publication(
        Topics.POST_PRIVATE_EVENTS, meta.getStreamId(), type, privateEvents.encode(event));
  }

  /** The boost as feeds know it, among the states of those who may see it. */
  private @Nullable Publication boost(
      Recorded<Engagement, EngagementEvent> recorded, EngagementEvent event, Engaged of) {
    return switch (event) {
      case PostBoosted e ->
          boost(of, e.boost(), encoded(isOpen(of, e.boost()), boost(of, e.boost()), recorded));
      case PostUnboosted e -> boost(of, e.boost(), null);
      case EngagementEvent _ -> null;
    };
  }

  private static Publication boost(Engaged of, Boosting boost, byte @Nullable [] state) {
    return new Publication(
        isOpen(of, boost) ? Topics.POST_STATES : Topics.POST_PRIVATE_STATES,
        boostKey(of.actor(), boost.mark().id()),
        "boost",
        state);
  }

  private byte[] encoded(boolean open, Boost boost, Recorded<?, ?> recorded) {
    return open
        ? openStates.encode(
            PostState.newBuilder()
                .setType("boost")
                .setBoost(boost)
                .setUpdatedAt(recorded.recordedAt())
                .build())
        : privateStates.encode(
            PostPrivateState.newBuilder()
                .setType("boost")
                .setBoost(boost)
                .setUpdatedAt(recorded.recordedAt())
                .build());
  }

  private static boolean isOpen(Engaged of, Boosting boost) {
    return of.visibility().isOpen() && boost.visibility().isOpen();
  }

  private static String boostKey(AccountId actor, PostId boost) {
    return Partitioning.key(actor.toString(), "boost/" + boost);
  }

  private static Boost boost(Engaged of, Boosting boost) {
    return Boost.newBuilder()
        .setBoostId(boost.mark().id().toString())
        .setActorId(of.actor().toString())
        .setPostId(of.post().toString())
        .setAuthorId(of.author().toString())
        .setVisibility(lower(boost))
        .setCreatedAt(boost.mark().at())
        .build();
  }

  private Publication state(Recorded<Engagement, EngagementEvent> recorded, Engaged after) {
    if (after.isBare()) {
      return new Publication(Topics.POST_PRIVATE_STATES, recorded.key(), "engagement", null);
    }
    Boosting boost = after.boost();
    var engagement =
        isegoria.events.post.Engagement.newBuilder()
            .setActorId(after.actor().toString())
            .setPostId(after.post().toString())
            .setAuthorId(after.author().toString())
            .setFavouritedAt(at(after.favourite()))
            .setBookmarkedAt(at(after.bookmark()))
            .setBoostId(boost == null ? null : boost.mark().id().toString())
            .setBoostedAt(boost == null ? null : boost.mark().at())
            .setConversationMutedAt(after.conversationMutedAt())
            .build();
    return new Publication(
        Topics.POST_PRIVATE_STATES,
        recorded.key(),
        "engagement",
        privateStates.encode(
            PostPrivateState.newBuilder()
                .setType("engagement")
                .setEngagement(engagement)
                .setUpdatedAt(recorded.recordedAt())
                .build()));
  }

  private static @Nullable Instant at(@Nullable Mark mark) {
    return mark == null ? null : mark.at();
  }

  private static isegoria.events.post.PostFavourited favourited(
      String actor, String post, String author) {
    return new isegoria.events.post.PostFavourited(actor, post, author);
  }

  private static isegoria.events.post.PostUnfavourited unfavourited(
      String actor, String post, String author) {
    return new isegoria.events.post.PostUnfavourited(actor, post, author);
  }

  private static isegoria.events.post.PostBoosted boosted(Engaged of, Boosting boost) {
    return new isegoria.events.post.PostBoosted(
        of.actor().toString(),
        of.post().toString(),
        of.author().toString(),
        boost.mark().id().toString(),
        lower(boost));
  }

  private static isegoria.events.post.PostUnboosted unboosted(Engaged of, Boosting boost) {
    return new isegoria.events.post.PostUnboosted(
        of.actor().toString(),
        of.post().toString(),
        of.author().toString(),
        boost.mark().id().toString());
  }

  private static String lower(Boosting boost) {
    return boost.visibility().name().toLowerCase(Locale.ROOT);
  }
}
