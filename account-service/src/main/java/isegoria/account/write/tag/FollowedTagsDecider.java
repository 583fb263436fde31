package isegoria.account.write.tag;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.account.write.tag.FollowedTags.FollowedTag;
import isegoria.account.write.tag.FollowedTagsCommand.Erase;
import isegoria.account.write.tag.FollowedTagsCommand.Follow;
import isegoria.account.write.tag.FollowedTagsCommand.Unfollow;
import isegoria.account.write.tag.FollowedTagsEvent.TagFollowed;
import isegoria.account.write.tag.FollowedTagsEvent.TagUnfollowed;
import isegoria.account.write.tag.FollowedTagsEvent.TagsErased;
import isegoria.account.write.tag.FollowedTagsRejection.TooManyTags;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;

/** The rules of followed tags: each once, and no more than {@link FollowedTags#TAGS_MAX}. */
public final class FollowedTagsDecider {

  public static final Decider<
          FollowedTagsCommand, FollowedTags, FollowedTagsEvent, FollowedTagsRejection>
      FOLLOWED_TAGS =
          new Decider<>(
              FollowedTags.NONE, FollowedTagsDecider::decide, FollowedTagsDecider::evolve);

  private FollowedTagsDecider() {}

  static Decision<FollowedTagsEvent, FollowedTagsRejection> decide(
      FollowedTags followed, FollowedTagsCommand command) {
    return switch (command) {
      case Follow to when followed.find(to.tag()).isPresent() -> accept();
      case Follow _ when followed.isFull() -> reject(new TooManyTags(FollowedTags.TAGS_MAX));
      case Follow to -> accept(new TagFollowed(to.by(), to.tag(), to.id()));

      case Unfollow to when followed.find(to.tag()).isPresent() ->
          accept(new TagUnfollowed(to.by(), to.tag()));
      case Unfollow _ -> accept();

      case Erase _ when followed.tags().isEmpty() -> accept();
      case Erase _ -> accept(new TagsErased());
    };
  }

  static FollowedTags evolve(FollowedTags followed, FollowedTagsEvent event) {
    return switch (event) {
      case TagFollowed e -> followed.with(new FollowedTag(e.tag(), e.id()));
      case TagUnfollowed e -> followed.without(e.tag());
      case TagsErased _ -> FollowedTags.NONE;
    };
  }
}
