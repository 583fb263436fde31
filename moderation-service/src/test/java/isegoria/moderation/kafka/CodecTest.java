package isegoria.moderation.kafka;

import static isegoria.moderation.TestPeople.AGGREGATES;
import static isegoria.moderation.TestPeople.ANA;
import static isegoria.moderation.TestPeople.BO;
import static isegoria.moderation.TestPeople.COMPLAINT;
import static isegoria.moderation.TestPeople.CY;
import static isegoria.moderation.TestPeople.HELLO;
import static isegoria.moderation.TestPeople.NOW;
import static isegoria.moderation.TestPeople.inDays;
import static isegoria.moderation.TestPeople.terms;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AvroCodec;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.moderation.Enforcement;
import isegoria.events.moderation.ModerationEvent;
import isegoria.events.moderation.ModerationPrivateEvent;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Recorded;
import isegoria.moderation.read.report.ReportProjection;
import isegoria.moderation.read.sanction.SanctionProjection;
import isegoria.moderation.write.report.Report;
import isegoria.moderation.write.report.ReportEvent;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.report.Verdict;
import isegoria.moderation.write.sanction.Measure;
import isegoria.moderation.write.sanction.Sanction;
import isegoria.moderation.write.sanction.Sanction.Imposition;
import isegoria.moderation.write.sanction.SanctionEvent;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionEnded;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionErased;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionImposed;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionLifted;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionReviewDue;
import isegoria.moderation.write.sanction.SanctionId;
import isegoria.moderation.write.sanction.Term;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class CodecTest {

  private static final SanctionId ID = new SanctionId(401);
  private static final AvroCodec<ModerationEvent> EVENTS =
      AvroCodec.of(Topics.MODERATION_EVENTS, ModerationEvent.class);
  private static final AvroCodec<ModerationPrivateEvent> PRIVATE_EVENTS =
      AvroCodec.of(Topics.MODERATION_PRIVATE_EVENTS, ModerationPrivateEvent.class);
  private static final AvroCodec<Enforcement> ENFORCEMENTS =
      AvroCodec.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class);

  private final ModerationStateCodec states = new ModerationStateCodec();

  private static SanctionImposed imposed(Measure measure, Term term) {
    return new SanctionImposed(new Imposition(ID, terms(measure, term), ANA, NOW));
  }

  /** What the last of these facts is published as. */
  private static <S, E> List<Publication> published(
      AggregateType<?, S, E, ?> aggregateType, String key, List<E> facts) {
    S before =
        aggregateType
            .decider()
            .evolve(aggregateType.decider().initial(), facts.subList(0, facts.size() - 1));
    List<E> last = facts.subList(facts.size() - 1, facts.size());
    S after = aggregateType.decider().evolve(before, last);
    return aggregateType
        .publisher()
        .publish(
            new Recorded<>(
                key, "c1", ANA.toString(), "", NOW, NOW, facts.size(), before, after, last));
  }

  private static Optional<Publication> on(Topic topic, List<Publication> publications) {
    return publications.stream().filter(p -> p.topic().equals(topic)).findFirst();
  }

  private static byte[] bytes(Topic topic, List<Publication> publications) {
    byte[] value = on(topic, publications).orElseThrow().value();
    assertThat(value).as(topic.name()).isNotNull();
    return value == null ? new byte[0] : value;
  }

  private static boolean isTombstone(Topic topic, List<Publication> publications) {
    return on(topic, publications).orElseThrow().value() == null;
  }

  @Nested
  final class Sanctions {
    private List<Publication> publish(SanctionEvent... facts) {
      return published(AGGREGATES.sanction(), ID.key(BO), List.of(facts));
    }

    @Test
    void an_open_fact_has_no_words() {
      byte[] open =
          bytes(
              Topics.MODERATION_EVENTS,
              publish(imposed(new Measure.Limit(), new Term.Until(inDays(7)))));
      assertThat(new String(open, StandardCharsets.ISO_8859_1)).doesNotContain("watches");
      ModerationEvent event = EVENTS.decode(open);
      assertThat(event.getType()).isEqualTo("sanction_imposed");
      assertThat(event.getSanctionLifted()).isNull();
      assertThat(event.getSanctionImposed().getReasonLength()).isEqualTo(27);
      assertThat(event.getSanctionImposed().getReasonHash()).hasSize(64);
      assertThat(event.getSanctionImposed().getEndsAt()).isEqualTo(inDays(7));
      assertThat(event.getMeta().getStreamId()).isEqualTo("102/sanction/401");
    }

    @Test
    void the_state_holds_exactly_what_is_read() {
      for (Term term : List.of(new Term.Until(inDays(7)), new Term.ReviewAt(inDays(30)))) {
        SanctionImposed fact = imposed(new Measure.RemovePost(HELLO), term);
        assertThat(states.decode(bytes(Topics.MODERATION_STATES, publish(fact))))
            .isEqualTo(
                new ModerationStateCodec.StatedSanction(
                    Objects.requireNonNull(
                        SanctionProjection.view(
                            new Sanction.InForce(fact.imposition(), false), NOW))));
      }
    }

    @Test
    void what_is_enforced_always_ends() {
      Enforcement until =
          ENFORCEMENTS.decode(
              bytes(
                  Topics.MODERATION_ENFORCEMENT,
                  publish(imposed(new Measure.Suspend(), new Term.Until(inDays(7))))));
      assertThat(until.getKind()).isEqualTo("suspend");
      assertThat(until.getEndsAt()).isEqualTo(inDays(7));
      Enforcement review =
          ENFORCEMENTS.decode(
              bytes(
                  Topics.MODERATION_ENFORCEMENT,
                  publish(imposed(new Measure.RemovePost(HELLO), new Term.ReviewAt(inDays(30))))));
      assertThat(review.getPostId()).isEqualTo(HELLO.toString());
      assertThat(review.getEndsAt()).isEqualTo(inDays(37));
    }

    @Test
    void what_is_lifted_ended_or_erased_is_enforced_no_more() {
      SanctionImposed fact = imposed(new Measure.Limit(), new Term.Until(inDays(7)));
      for (SanctionEvent end :
          List.of(
              new SanctionLifted(ANA, NOW), new SanctionEnded(inDays(7)), new SanctionErased())) {
        List<Publication> publications = publish(fact, end);
        assertThat(isTombstone(Topics.MODERATION_ENFORCEMENT, publications)).isTrue();
        assertThat(isTombstone(Topics.MODERATION_STATES, publications))
            .isEqualTo(end instanceof SanctionErased);
        assertThat(
                EVENTS
                    .decode(bytes(Topics.MODERATION_EVENTS, publications))
                    .getSanctionLifted()
                    .getCause())
            .isEqualTo(end instanceof SanctionLifted ? "lifted" : "ended");
      }
    }

    @Test
    void what_is_due_for_review_is_still_enforced() {
      List<Publication> publications =
          publish(
              imposed(new Measure.Limit(), new Term.ReviewAt(inDays(30))),
              new SanctionReviewDue(inDays(30)));
      assertThat(on(Topics.MODERATION_EVENTS, publications)).isEmpty();
      assertThat(isTombstone(Topics.MODERATION_ENFORCEMENT, publications)).isFalse();
    }

    @Test
    void what_is_erased_after_its_end_is_told_once() {
      List<Publication> publications =
          publish(
              imposed(new Measure.Limit(), new Term.Until(inDays(7))),
              new SanctionEnded(inDays(7)),
              new SanctionErased());
      assertThat(on(Topics.MODERATION_EVENTS, publications)).isEmpty();
    }
  }

  @Nested
  final class Reports {
    private final ReportEvent.ReportFiled filed = new ReportEvent.ReportFiled(COMPLAINT);

    private List<Publication> publish(ReportEvent... facts) {
      return published(AGGREGATES.report(), COMPLAINT.id().key(CY), List.of(facts));
    }

    @Test
    void the_fact_has_the_length_of_the_comment_only() {
      byte[] fact = bytes(Topics.MODERATION_PRIVATE_EVENTS, publish(filed));
      assertThat(new String(fact, StandardCharsets.ISO_8859_1)).doesNotContain("watches");
      ModerationPrivateEvent event = PRIVATE_EVENTS.decode(fact);
      assertThat(event.getReportFiled().getCommentLength()).isEqualTo(14);
      assertThat(event.getReportFiled().getPostIds()).containsExactly(HELLO.toString());
    }

    @Test
    void the_state_holds_exactly_what_is_read() {
      assertThat(states.decode(bytes(Topics.MODERATION_STATES, publish(filed))))
          .isEqualTo(
              new ModerationStateCodec.StatedReport(
                  Objects.requireNonNull(ReportProjection.view(new Report.Filed(COMPLAINT), NOW))));
    }

    @Test
    void a_verdict_is_told() {
      ModerationPrivateEvent event =
          PRIVATE_EVENTS.decode(
              bytes(
                  Topics.MODERATION_PRIVATE_EVENTS,
                  publish(filed, new ReportEvent.ReportResolved(ANA, Verdict.NO_ACTION, NOW))));
      assertThat(event.getReportResolved().getOutcome()).isEqualTo("no_action");
      assertThat(event.getReportResolved().getReportId()).isEqualTo("301");
    }

    @Test
    void erasing_leaves_a_tombstone_and_no_fact() {
      List<Publication> publications = publish(filed, new ReportEvent.ReportErased());
      assertThat(on(Topics.MODERATION_PRIVATE_EVENTS, publications)).isEmpty();
      assertThat(isTombstone(Topics.MODERATION_STATES, publications)).isTrue();
    }

    @Test
    void nothing_of_a_report_is_open() {
      assertThat(publish(filed))
          .allMatch(publication -> publication.topic().access() == Topic.Access.RESTRICTED);
    }
  }

  @Test
  void an_aggregate_that_cannot_be_read_leaves_nothing_of_an_erased_owner() {
    assertThat(AGGREGATES.report().unreadableErased("1/report/7"))
        .isEqualTo(new Report.Erased(new ReportId(7)));
    assertThat(AGGREGATES.sanction().unreadableErased("1/sanction/7"))
        .isEqualTo(new Sanction.Erased(new SanctionId(7)));
  }
}
