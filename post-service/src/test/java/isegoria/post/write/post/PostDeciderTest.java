package isegoria.post.write.post;

import static isegoria.post.write.Samples.ANA;
import static isegoria.post.write.Samples.BO;
import static isegoria.post.write.Samples.HELLO;
import static isegoria.post.write.Samples.HELLO_WORDS;
import static isegoria.post.write.Samples.LATER;
import static isegoria.post.write.Samples.NOON;
import static isegoria.post.write.Samples.OTHER_WORDS;
import static isegoria.post.write.Samples.publish;
import static isegoria.post.write.Samples.words;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.eventsourcing.record.SealedJson;
import isegoria.post.kafka.PostCommands.Aggregates;
import isegoria.post.kafka.WordsHash;
import isegoria.post.write.post.Post.Live;
import isegoria.post.write.post.PostCommand.Delete;
import isegoria.post.write.post.PostCommand.Edit;
import isegoria.post.write.post.PostCommand.Erase;
import isegoria.post.write.post.PostCommand.Remove;
import isegoria.post.write.post.PostCommand.Restore;
import isegoria.post.write.post.PostEvent.PostDeleted;
import isegoria.post.write.post.PostEvent.PostEdited;
import isegoria.post.write.post.PostEvent.PostErased;
import isegoria.post.write.post.PostEvent.PostRemoved;
import isegoria.post.write.post.PostEvent.PostRestored;
import isegoria.post.write.post.PostRejection.IdTaken;
import isegoria.post.write.post.PostRejection.NoSuchPost;
import isegoria.post.write.post.PostRejection.NotTheAuthor;
import isegoria.post.write.post.PostRejection.UnderSanction;
import isegoria.testkit.DeciderSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PostDeciderTest {

  private final DeciderSpec<PostCommand, Post, PostEvent, PostRejection> post =
      DeciderSpec.of(Aggregates.with(new WordsHash(new byte[32])).post());

  @Nested
  final class Publishing {

    @Test
    void what_nobody_said_yet_is_published() {
      post.given().when(publish(HELLO)).then(HELLO);
    }

    @Test
    void an_id_is_used_once() {
      post.given(HELLO).when(publish(HELLO)).thenRejected(new IdTaken());
    }

    @Test
    void an_id_stays_used_when_its_post_is_gone() {
      post.given(HELLO, new PostDeleted()).when(publish(HELLO)).thenRejected(new IdTaken());
    }
  }

  @Nested
  final class Editing {

    @Test
    void an_edit_counts_up() {
      post.given(HELLO)
          .when(new Edit(ANA, OTHER_WORDS, LATER))
          .then(new PostEdited(OTHER_WORDS, 2, LATER));
    }

    @Test
    void an_edit_is_later_than_what_it_replaces_whenever_it_was_asked_for() {
      post.given(HELLO, new PostEdited(OTHER_WORDS, 2, LATER))
          .when(new Edit(ANA, HELLO_WORDS, NOON))
          .then(new PostEdited(HELLO_WORDS, 3, LATER.plusMillis(1)));
      post.given(HELLO)
          .when(new Edit(ANA, OTHER_WORDS, NOON))
          .then(new PostEdited(OTHER_WORDS, 2, NOON.plusMillis(1)));
    }

    @Test
    void a_former_revision_keeps_its_mentions() {
      Live live =
          (Live)
              PostDecider.POST.evolve(
                  PostDecider.POST.initial(),
                  List.of(HELLO, new PostEdited(OTHER_WORDS, 2, LATER)));
      assertThat(live.revisions().getFirst().mentions()).isEqualTo(HELLO_WORDS.mentions());
    }

    @Test
    void a_revision_stored_before_they_kept_mentions_is_read_without() {
      byte[] stored =
          """
          {"text": "a", "spoilerText": "", "sensitive": false, "createdAt": "2026-03-01T12:00:00Z"}
          """
              .getBytes(StandardCharsets.UTF_8);
      assertThat(SealedJson.of(List.of(), Revision.class).decode(stored).mentions()).isEmpty();
    }

    @Test
    void the_same_words_are_no_edit() {
      post.given(HELLO).when(new Edit(ANA, HELLO_WORDS, LATER)).thenNothing();
    }

    @Test
    void only_the_author_edits() {
      post.given(HELLO).when(new Edit(BO, OTHER_WORDS, LATER)).thenRejected(new NotTheAuthor(ANA));
    }

    @Test
    void a_post_under_a_sanction_is_not_edited() {
      post.given(HELLO, new PostRemoved("s1"))
          .when(new Edit(ANA, OTHER_WORDS, LATER))
          .thenRejected(new UnderSanction("s1"));
    }

    @Test
    void a_stranger_does_not_learn_of_the_sanction() {
      post.given(HELLO, new PostRemoved("s1"))
          .when(new Edit(BO, OTHER_WORDS, LATER))
          .thenRejected(new NotTheAuthor(ANA));
    }

    @Test
    void a_deleted_post_is_not_edited() {
      post.given(HELLO, new PostDeleted())
          .when(new Edit(ANA, OTHER_WORDS, LATER))
          .thenRejected(new NoSuchPost());
    }

    @Test
    void the_newest_former_revisions_are_kept() {
      Live live = edited(Revisions.KEPT_MAX + 10, 10);
      assertThat(live.revisions()).hasSize(Revisions.KEPT_MAX);
      assertThat(live.revision()).isEqualTo(Revisions.KEPT_MAX + 11);
      assertThat(live.revisions().getLast().text()).endsWith("/" + (Revisions.KEPT_MAX + 9));
    }

    @Test
    void long_former_revisions_are_fewer() {
      Live live = edited(20, 36_000);
      int characters = live.revisions().stream().mapToInt(Revision::characters).sum();
      assertThat(characters).isBetween(36_000, Revisions.KEPT_CHARACTERS_MAX);
    }

    private static Live edited(int times, int length) {
      List<PostEvent> history = new ArrayList<>(List.of(HELLO));
      for (int i = 1; i <= times; i++) {
        history.add(new PostEdited(words("x".repeat(length) + "/" + i), i + 1, LATER));
      }
      return (Live) PostDecider.POST.evolve(PostDecider.POST.initial(), history);
    }
  }

  @Nested
  final class Ending {

    @Test
    void its_author_deletes_it() {
      post.given(HELLO).when(new Delete(ANA)).then(new PostDeleted());
    }

    @Test
    void nobody_else_does() {
      post.given(HELLO).when(new Delete(BO)).thenRejected(new NotTheAuthor(ANA));
    }

    @Test
    void deleting_twice_is_deleting_once() {
      post.given(HELLO, new PostDeleted()).when(new Delete(ANA)).thenNothing();
    }

    @Test
    void what_was_never_there_is_not_deleted() {
      post.given().when(new Delete(ANA)).thenRejected(new NoSuchPost());
    }

    @Test
    void an_author_deletes_even_what_a_sanction_took_down() {
      post.given(HELLO, new PostRemoved("s1")).when(new Delete(ANA)).then(new PostDeleted());
    }

    @Test
    void it_goes_with_its_author() {
      post.given(HELLO).when(new Erase()).then(new PostErased());
      post.given(HELLO, new PostErased()).when(new Erase()).thenNothing();
      post.given().when(new Erase()).thenNothing();
    }
  }

  @Nested
  final class UnderSanctions {

    @Test
    void a_sanction_takes_it_down_once() {
      post.given(HELLO).when(new Remove("s1")).then(new PostRemoved("s1"));
      post.given(HELLO, new PostRemoved("s1")).when(new Remove("s1")).thenNothing();
    }

    @Test
    void lifted_it_comes_back_as_it_was() {
      post.given(HELLO, new PostRemoved("s1")).when(new Restore("s1")).then(new PostRestored("s1"));
      assertThat(
              PostDecider.POST.evolve(
                  PostDecider.POST.initial(),
                  List.of(HELLO, new PostRemoved("s1"), new PostRestored("s1"))))
          .isEqualTo(PostDecider.POST.evolve(PostDecider.POST.initial(), List.of(HELLO)));
    }

    @Test
    void another_sanction_s_end_does_not_lift_it() {
      post.given(HELLO, new PostRemoved("s1"))
          .when(new Restore("s2"))
          .thenRejected(new UnderSanction("s1"));
    }

    @Test
    void what_stands_needs_no_lifting() {
      post.given(HELLO).when(new Restore("s1")).thenNothing();
    }
  }
}
