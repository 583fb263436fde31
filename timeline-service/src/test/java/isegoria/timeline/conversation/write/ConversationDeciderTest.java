package isegoria.timeline.conversation.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.testkit.DeciderSpec;
import isegoria.timeline.conversation.kafka.ConversationAggregate;
import isegoria.timeline.conversation.write.ConversationCommand.Add;
import isegoria.timeline.conversation.write.ConversationCommand.Erase;
import isegoria.timeline.conversation.write.ConversationCommand.MarkUnread;
import isegoria.timeline.conversation.write.ConversationCommand.Read;
import isegoria.timeline.conversation.write.ConversationCommand.Remove;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationErased;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationMarkedUnread;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationPostAdded;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationRead;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationRemoved;
import isegoria.timeline.conversation.write.ConversationRejection.NoSuchConversation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ConversationDeciderTest {
  private static final List<Long> WITH_BO = List.of(2L);

  private static final ConversationPostAdded HELLO = added(10, false);
  private static final ConversationPostAdded ANSWER = added(11, true);

  private final DeciderSpec<
          ConversationCommand, Conversation, ConversationEvent, ConversationRejection>
      conversation = DeciderSpec.of(ConversationAggregate.CONVERSATION);

  private static ConversationPostAdded added(long post, boolean isOwn) {
    return new ConversationPostAdded(WITH_BO, post, isOwn);
  }

  private static Add add(long post, boolean isOwn) {
    return new Add(WITH_BO, post, isOwn);
  }

  private static Conversation after(ConversationEvent... history) {
    return ConversationDecider.CONVERSATION.evolve(Conversation.NONE, Arrays.asList(history));
  }

  @Test
  void each_post_is_added() {
    conversation.given().when(add(10, false)).then(HELLO);
    conversation.given(HELLO).when(add(11, true)).then(ANSWER);
    assertThat(after(HELLO, ANSWER).others()).containsExactly(2L);
  }

  @Test
  void a_post_by_another_is_unread_and_an_answer_reads_what_is_before_it() {
    assertThat(after(HELLO).hasUnread()).isTrue();
    assertThat(after(HELLO, ANSWER).hasUnread()).isFalse();
    assertThat(after(HELLO, ANSWER, added(12, false)).hasUnread()).isTrue();
  }

  @Test
  void posts_of_several_authors_may_come_in_any_order() {
    Conversation late = after(added(12, false), ANSWER, HELLO);
    assertThat(late.oldest()).isEqualTo(10);
    assertThat(late.newest()).isEqualTo(12);
    assertThat(late.hasUnread()).isTrue();
    assertThat(after(ANSWER, HELLO).hasUnread()).isFalse();
  }

  @Test
  void it_is_read_and_marked_unread() {
    conversation.given(HELLO).when(new Read(0)).then(new ConversationRead(10));
    conversation.given(HELLO, new ConversationRead(10)).when(new Read(0)).thenNothing();
    conversation
        .given(HELLO, new ConversationRead(10))
        .when(new MarkUnread(0))
        .then(new ConversationMarkedUnread());
    conversation.given(HELLO).when(new MarkUnread(0)).thenNothing();
    assertThat(after(HELLO, new ConversationRead(10)).hasUnread()).isFalse();
    assertThat(after(HELLO, ANSWER, new ConversationMarkedUnread()).hasUnread()).isTrue();
  }

  @Test
  void what_is_asked_of_another_id_is_refused() {
    conversation.given(HELLO).when(new Read(1)).thenRejected(new NoSuchConversation());
    conversation.given().when(new Read(0)).thenRejected(new NoSuchConversation());
    conversation.given().when(new MarkUnread(0)).thenRejected(new NoSuchConversation());
    conversation.given().when(new Remove(0)).thenRejected(new NoSuchConversation());
    conversation.given(HELLO).when(new Remove(1)).thenRejected(new NoSuchConversation());
  }

  @Test
  void a_removed_one_begins_again_under_another_id_with_the_next_post() {
    var removed = new ConversationRemoved(10);
    conversation.given(HELLO, ANSWER).when(new Remove(0)).then(removed);
    conversation.given(HELLO, removed).when(new Remove(0)).thenNothing();
    conversation.given(HELLO, removed).when(new Read(1)).thenRejected(new NoSuchConversation());
    conversation.given(HELLO, removed).when(add(10, false)).thenNothing();
    conversation.given(HELLO, removed).when(add(13, false)).then(added(13, false));
    Conversation again = after(HELLO, removed, added(13, false));
    assertThat(again.generation()).isEqualTo(1);
    assertThat(again.oldest()).isEqualTo(13);
    assertThat(again.hasUnread()).isTrue();
    // A late repeat of the removal does not reach what has begun since.
    conversation.given(HELLO, removed, added(13, false)).when(new Remove(0)).thenNothing();
  }

  @Test
  void it_goes_with_its_owner_once() {
    conversation.given().when(new Erase()).thenNothing();
    conversation.given(ANSWER, HELLO).when(new Erase()).then(new ConversationErased(10));
    conversation
        .given(HELLO, new ConversationRemoved(10))
        .when(new Erase())
        .then(new ConversationErased(0));
    conversation.given(HELLO, new ConversationErased(10)).when(new Erase()).thenNothing();
    String key = Conversation.key(1, 5);
    assertThat(ConversationAggregate.CONVERSATION.unreadableErased(key))
        .isEqualTo(Conversation.NONE);
  }

  @Test
  void an_impossible_history_is_not_folded() {
    assertThatThrownBy(() -> after(new ConversationRead(10)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_number_says_which_thread_and_who_takes_part_in_any_order() {
    long number = ConversationId.numberOf(7, List.of(1L, 2L, 3L));
    assertThat(number).isPositive();
    assertThat(ConversationId.numberOf(7, List.of(3L, 1L, 2L, 2L))).isEqualTo(number);
    assertThat(ConversationId.numberOf(7, List.of(1L, 2L))).isNotEqualTo(number);
    assertThat(ConversationId.numberOf(8, List.of(1L, 2L, 3L))).isNotEqualTo(number);
    assertThat(LongStream.range(0, 10_000).map(t -> ConversationId.numberOf(t, WITH_BO)).distinct())
        .hasSize(10_000);
    assertThat(Conversation.numberOf(Conversation.key(1, number))).isEqualTo(number);
  }

  @Test
  void an_id_is_positive_and_says_its_number_and_generation() {
    long largest = (1L << 55) - 1;
    for (long number : new long[] {1, 77, largest}) {
      IntStream.of(0, 1, ConversationId.GENERATIONS - 1)
          .mapToObj(generation -> new ConversationId(number, generation))
          .forEach(id -> {
            assertThat(id.value()).isPositive();
            assertThat(ConversationId.of(id.value())).isEqualTo(id);
          });
    }
  }
}
