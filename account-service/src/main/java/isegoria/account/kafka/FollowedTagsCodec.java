package isegoria.account.kafka;

import isegoria.account.write.tag.FollowedTags;
import isegoria.account.write.tag.FollowedTagsEvent;
import isegoria.events.AvroCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.account.FollowedTagEntry;
import isegoria.events.account.FollowedTagsState;
import isegoria.events.account.TagFollowed;
import isegoria.events.account.TagUnfollowed;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The tags that an account follows, as the contract writes them: all of it is restricted. */
public final class FollowedTagsCodec implements Publisher<FollowedTags, FollowedTagsEvent> {

  private static final AvroCodec<FollowedTagsState> STATES =
      AvroCodec.of(Topics.ACCOUNT_FOLLOWED_TAGS, FollowedTagsState.class);

  @Override
  public List<Publication> publish(Recorded<FollowedTags, FollowedTagsEvent> recorded) {
    List<Publication> publications = new ArrayList<>();
    for (int at = 0; at < recorded.events().size(); at++) {
      SpecificRecord fact = fact(recorded.events().get(at));
      if (fact != null) {
        publications.add(AccountTopics.FACTS.fact(/* isOpen= */ false, recorded, at, fact));
      }
    }
    publications.add(state(recorded));
    return publications;
  }

  private static @Nullable SpecificRecord fact(FollowedTagsEvent event) {
    return switch (event) {
      case FollowedTagsEvent.TagFollowed e -> new TagFollowed(e.by().toString(), e.tag());
      case FollowedTagsEvent.TagUnfollowed e -> new TagUnfollowed(e.by().toString(), e.tag());
      // That the account is closed says it.
      case FollowedTagsEvent.TagsErased _ -> null;
    };
  }

  private static Publication state(Recorded<FollowedTags, FollowedTagsEvent> recorded) {
    List<FollowedTagEntry> tags =
        recorded.after().tags().stream()
            .map(tag -> new FollowedTagEntry(tag.name(), Long.toString(tag.id())))
            .toList();
    byte[] value =
        tags.isEmpty()
            ? null
            : STATES.encode(
                new FollowedTagsState(
                    Partitioning.ownerOf(recorded.key()), tags, recorded.recordedAt()));
    return new Publication(Topics.ACCOUNT_FOLLOWED_TAGS, recorded.key(), "followed_tags", value);
  }
}
