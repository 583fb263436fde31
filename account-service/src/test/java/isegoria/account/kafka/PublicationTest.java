package isegoria.account.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.crypto.AccountHash;
import isegoria.account.write.account.Account;
import isegoria.account.write.account.AccountEvent;
import isegoria.account.write.account.CloseReason;
import isegoria.account.write.account.Profile;
import isegoria.account.write.account.ProfileField;
import isegoria.account.write.account.Role;
import isegoria.account.write.account.Settings;
import isegoria.account.write.filter.Filter;
import isegoria.account.write.filter.FilterAction;
import isegoria.account.write.filter.FilterContext;
import isegoria.account.write.filter.FilterSettings;
import isegoria.account.write.filter.FilteredPost;
import isegoria.account.write.filter.Filters;
import isegoria.account.write.filter.Keyword;
import isegoria.account.write.list.AccountList;
import isegoria.account.write.list.ListSettings;
import isegoria.account.write.list.Lists;
import isegoria.account.write.list.RepliesPolicy;
import isegoria.account.write.marker.Marker;
import isegoria.account.write.marker.Markers;
import isegoria.account.write.note.Note;
import isegoria.account.write.relationship.FollowOptions;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.RelationshipDecider;
import isegoria.account.write.relationship.RelationshipEvent;
import isegoria.account.write.tag.FollowedTags;
import isegoria.account.write.tag.FollowedTagsDecider;
import isegoria.account.write.tag.FollowedTagsEvent;
import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.PostId;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.account.AccountState;
import isegoria.events.account.FollowedTagEntry;
import isegoria.events.account.FollowedTagsState;
import isegoria.events.account.RelationshipState;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Recorded;
import isegoria.eventsourcing.decide.ErasureTrigger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PublicationTest {

  private static final AccountId ANA = new AccountId(1);
  private static final AccountId BO = new AccountId(2);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Profile PROFILE =
      new Profile(
          "Secretname",
          "Secretnote",
          List.of(new ProfileField("Secretlabel", "Secretvalue")),
          "",
          "",
          true,
          false,
          null,
          true,
          null);
  private static final Account.Open OPEN =
      new Account.Open(ANA, "ana", PROFILE, Settings.USUAL, Role.USER, NOON);

  private final AccountAggregates aggregates =
      AccountAggregates.with(new AccountHash(new byte[32])::ofWords);

  private static <S, E> Recorded<S, E> recorded(String key, S before, S after, List<E> events) {
    return new Recorded<>(key, "c1", "1", "", NOON, NOON, 1, before, after, events);
  }

  private static String text(Publication publication) {
    return new String(Objects.requireNonNull(publication.value()), StandardCharsets.ISO_8859_1);
  }

  @Test
  void words_stand_in_the_state_and_never_in_a_fact() {
    List<Publication> publications =
        aggregates
            .account()
            .publisher()
            .publish(
                recorded(
                    "1/account",
                    OPEN,
                    OPEN,
                    List.<AccountEvent>of(new AccountEvent.ProfileEdited(ANA, PROFILE, ""))));
    assertThat(publications).hasSize(2);
    assertThat(publications.get(0).topic()).isEqualTo(Topics.ACCOUNT_EVENTS);
    assertThat(text(publications.get(0))).doesNotContain("Secret");
    AccountState state =
        AvroCodec.of(Topics.ACCOUNT_STATES, AccountState.class)
            .decode(Objects.requireNonNull(publications.get(1).value()));
    assertThat(state.getNote()).isEqualTo("Secretnote");
    assertThat(state.getLocked()).isTrue();
  }

  @Test
  void a_closed_account_leaves_a_tombstone() {
    List<Publication> publications =
        aggregates
            .account()
            .publisher()
            .publish(
                recorded(
                    "1/account",
                    OPEN,
                    new Account.Closed(CloseReason.ERASED),
                    List.<AccountEvent>of(
                        new AccountEvent.AccountClosed(ANA, "ana", "", CloseReason.ERASED))));
    assertThat(publications.getLast().topic()).isEqualTo(Topics.ACCOUNT_STATES);
    assertThat(publications.getLast().value()).isNull();
    assertThat(text(publications.getFirst())).doesNotContain("ana");
    assertThat("isegoria.account." + publications.getFirst().type())
        .as("what every service erases on")
        .isEqualTo(ErasureTrigger.ACCOUNT_CLOSED);
  }

  @Test
  void follows_are_open_and_the_rest_is_restricted() {
    for (RelationshipEvent event :
        List.of(
            new RelationshipEvent.FollowRequested(ANA, BO, FollowOptions.USUAL, NOON),
            new RelationshipEvent.AccountBlocked(ANA, BO, NOON),
            new RelationshipEvent.AccountMuted(ANA, BO, true, null, NOON))) {
      assertThat(published(List.of(event)).getFirst().topic())
          .isEqualTo(Topics.ACCOUNT_PRIVATE_EVENTS);
    }
    List<Publication> followed =
        published(
            List.of(
                new RelationshipEvent.AccountFollowed(ANA, BO, FollowOptions.USUAL, NOON, null)));
    assertThat(followed.getFirst().topic()).isEqualTo(Topics.ACCOUNT_EVENTS);
    RelationshipState state =
        AvroCodec.of(Topics.ACCOUNT_PRIVATE_STATES, RelationshipState.class)
            .decode(Objects.requireNonNull(followed.getLast().value()));
    assertThat(state.getLow().getFollow().getSince()).isEqualTo(NOON);
    assertThat(state.getHigh().getFollow()).isNull();
  }

  @Test
  void followed_tags_are_restricted() {
    var cats = new FollowedTagsEvent.TagFollowed(ANA, "cats", 7);
    List<Publication> followed = publishedTags(List.of(cats));
    assertThat(followed)
        .extracting(publication -> publication.topic().name())
        .containsExactly("account.private-events.v1", "account.followed-tags.v1");
    FollowedTagsState state =
        AvroCodec.of(Topics.ACCOUNT_FOLLOWED_TAGS, FollowedTagsState.class)
            .decode(Objects.requireNonNull(followed.getLast().value()));
    assertThat(state.getAccountId()).isEqualTo("1");
    assertThat(state.getTags()).containsExactly(new FollowedTagEntry("cats", "7"));
    var gone = new FollowedTagsEvent.TagUnfollowed(ANA, "cats");
    assertThat(publishedTags(List.of(cats, gone)).getLast().value()).isNull();
  }

  private List<Publication> publishedTags(List<FollowedTagsEvent> events) {
    FollowedTags none = FollowedTagsDecider.FOLLOWED_TAGS.initial();
    FollowedTags after = FollowedTagsDecider.FOLLOWED_TAGS.evolve(none, events);
    return aggregates
        .followedTags()
        .publisher()
        .publish(recorded(FollowedTags.key(ANA), none, after, events));
  }

  @Test
  void settings_are_restricted_states_without_facts_and_are_read_as_they_were_written() {
    var lists =
        new Lists(
            List.of(
                new AccountList(
                    7, new ListSettings("Cats", RepliesPolicy.FOLLOWED, true), List.of(BO, ANA))));
    var filters =
        new Filters(
            List.of(
                new Filter(
                    7,
                    new FilterSettings(
                        "Politics",
                        List.of(FilterContext.HOME, FilterContext.ACCOUNT),
                        FilterAction.BLUR,
                        NOON),
                    List.of(new Keyword(8, "vote", true)),
                    List.of(new FilteredPost(9, new PostId(3))))));
    var markers = new Markers(null, new Marker(5, 2, NOON));
    roundTrip(new ListsCodec(), lists, Lists.NONE);
    roundTrip(new FiltersCodec(), filters, Filters.NONE);
    roundTrip(new MarkersCodec(), markers, Markers.NONE);
    assertThat(
            aggregates
                .settings()
                .note()
                .publisher()
                .publish(recorded("1/note/2", Note.NONE, new Note("kind"), List.of())))
        .isEmpty();
  }

  private static <S> void roundTrip(SettingsCodec<S> codec, S state, S none) {
    assertThat(codec.topic().access()).isEqualTo(Topic.Access.RESTRICTED);
    String key = "1/" + codec.type();
    List<Publication> published =
        codec.<Object>publisher().publish(recorded(key, none, state, List.of()));
    assertThat(published).hasSize(1);
    assertThat(published.getFirst().topic()).isEqualTo(codec.topic());
    assertThat(codec.decode(Objects.requireNonNull(published.getFirst().value()))).isEqualTo(state);
    assertThat(codec.<Object>publisher().publish(recorded(key, state, none, List.of())))
        .extracting(Publication::value)
        .containsExactly((byte[]) null);
  }

  @Test
  void where_nothing_is_left_a_tombstone_stands() {
    List<Publication> ended =
        published(
            List.of(
                new RelationshipEvent.AccountFollowed(ANA, BO, FollowOptions.USUAL, NOON, null),
                new RelationshipEvent.AccountUnfollowed(ANA, BO, NOON)));
    assertThat(ended.getLast().value()).isNull();
  }

  private List<Publication> published(List<RelationshipEvent> events) {
    Relationship after = RelationshipDecider.RELATIONSHIP.evolve(Relationship.STRANGERS, events);
    return aggregates
        .relationship()
        .publisher()
        .publish(recorded("1~2/relationship", Relationship.STRANGERS, after, events));
  }

  @Test
  void an_aggregate_that_cannot_be_read_leaves_nothing_of_an_erased_owner() {
    assertThat(aggregates.account().unreadableErased("1/account"))
        .isEqualTo(new Account.Closed(CloseReason.ERASED));
    assertThat(aggregates.followedTags().unreadableErased("1/followed-tags").tags()).isEmpty();
    SettingsAggregates settings = aggregates.settings();
    assertThat(settings.lists().unreadableErased("1/lists")).isEqualTo(Lists.NONE);
    assertThat(settings.filters().unreadableErased("1/filters")).isEqualTo(Filters.NONE);
    assertThat(settings.markers().unreadableErased("1/markers")).isEqualTo(Markers.NONE);
    assertThat(settings.note().unreadableErased("1/note/2")).isEqualTo(Note.NONE);
  }
}
