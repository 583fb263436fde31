package isegoria.post.kafka;

import isegoria.events.Partitioning;
import isegoria.events.post.Boost;
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
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What an engagement publishes: likes and boosts of open posts in the open, everything else, and
 * whole engagements, on the restricted topics.
 */
public final class EngagementCodec implements Publisher<Engagement, EngagementEvent> {

  @Override
  public List<Publication> publish(Recorded<Engagement, EngagementEvent> recorded) {
    if (!(recorded.after() instanceof Engaged after)) {
      return List.of();
    }
    var publications = new ArrayList<Publication>();
    for (int i = 0; i < recorded.events().size(); i++) {
      EngagementEvent event = recorded.events().get(i);
      publications.add(
          PostTopics.FACTS.fact(isOpen(event, after), recorded, i, fact(event, after)));
      Publication boost = boost(recorded, event, after);
      if (boost != null) {
        publications.add(boost);
      }
    }
    publications.add(
        after.isBare()
            ? PostTopics.STATES.tombstone(/* isOpen= */ false, recorded.key(), "engagement")
            : PostTopics.STATES.state(
                /* isOpen= */ false, recorded, recorded.key(), engagement(after)));
    return publications;
  }

  private static boolean isOpen(EngagementEvent event, Engaged of) {
    return switch (event) {
      case PostFavourited _, PostUnfavourited _ -> of.visibility().isOpen();
      case PostBoosted e -> isOpen(of, e.boost());
      case PostUnboosted e -> isOpen(of, e.boost());
      case PostBookmarked _, PostUnbookmarked _, ConversationMuted _, ConversationUnmuted _ ->
          false;
    };
  }

  private static boolean isOpen(Engaged of, Boosting boost) {
    return of.visibility().isOpen() && boost.visibility().isOpen();
  }

  private static SpecificRecord fact(EngagementEvent event, Engaged of) {
    String actor = of.actor().toString();
    String post = of.post().toString();
    String author = of.author().toString();
    return switch (event) {
      case PostFavourited _ -> new isegoria.events.post.PostFavourited(actor, post, author);
      case PostUnfavourited _ -> new isegoria.events.post.PostUnfavourited(actor, post, author);
      case PostBoosted e ->
          new isegoria.events.post.PostBoosted(
              actor, post, author, id(e.boost()), PostTopics.word(e.boost().visibility()));
      case PostUnboosted e ->
          new isegoria.events.post.PostUnboosted(actor, post, author, id(e.boost()));
      case PostBookmarked _ -> new isegoria.events.post.PostBookmarked(actor, post, author);
      case PostUnbookmarked _ -> new isegoria.events.post.PostUnbookmarked(actor, post, author);
      case ConversationMuted _ ->
          new isegoria.events.post.ConversationMuted(
              actor, post, author, of.conversation().toString());
      case ConversationUnmuted _ ->
          new isegoria.events.post.ConversationUnmuted(
              actor, post, author, of.conversation().toString());
    };
  }

  /** The boost as feeds know it, among the states of those who may see it. */
  private static @Nullable Publication boost(
      Recorded<?, ?> recorded, EngagementEvent event, Engaged of) {
    return switch (event) {
      case PostBoosted e ->
          PostTopics.STATES.state(
              isOpen(of, e.boost()), recorded, boostKey(of, e.boost()), boost(of, e.boost()));
      case PostUnboosted e ->
          PostTopics.STATES.tombstone(isOpen(of, e.boost()), boostKey(of, e.boost()), "boost");
      case EngagementEvent _ -> null;
    };
  }

  private static String boostKey(Engaged of, Boosting boost) {
    return Partitioning.key(of.actor().toString(), "boost/" + id(boost));
  }

  private static Boost boost(Engaged of, Boosting boost) {
    return Boost.newBuilder()
        .setBoostId(id(boost))
        .setActorId(of.actor().toString())
        .setPostId(of.post().toString())
        .setAuthorId(of.author().toString())
        .setVisibility(PostTopics.word(boost.visibility()))
        .setCreatedAt(boost.mark().at())
        .build();
  }

  private static isegoria.events.post.Engagement engagement(Engaged of) {
    Boosting boost = of.boost();
    return isegoria.events.post.Engagement.newBuilder()
        .setActorId(of.actor().toString())
        .setPostId(of.post().toString())
        .setAuthorId(of.author().toString())
        .setFavouritedAt(at(of.favourite()))
        .setBookmarkedAt(at(of.bookmark()))
        .setBoostId(boost == null ? null : id(boost))
        .setBoostedAt(boost == null ? null : boost.mark().at())
        .setConversationMutedAt(of.conversationMutedAt())
        .build();
  }

  private static @Nullable Instant at(@Nullable Mark mark) {
    return mark == null ? null : mark.at();
  }

  private static String id(Boosting boost) {
    return boost.mark().id().toString();
  }
}
