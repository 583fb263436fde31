package isegoria.moderation;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.moderation.kafka.ModerationAggregates;
import isegoria.moderation.kafka.SaltedHash;
import isegoria.moderation.write.Authority;
import isegoria.moderation.write.Moderator;
import isegoria.moderation.write.RuleId;
import isegoria.moderation.write.report.Category;
import isegoria.moderation.write.report.Comment;
import isegoria.moderation.write.report.Complaint;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.sanction.Measure;
import isegoria.moderation.write.sanction.Reason;
import isegoria.moderation.write.sanction.Term;
import isegoria.moderation.write.sanction.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who and what the tests of this service are about: ana moderates, bo is reported, cy reports. */
public final class TestPeople {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  public static final AccountId ANA = new AccountId(101);
  public static final AccountId BO = new AccountId(102);
  public static final AccountId CY = new AccountId(103);
  public static final PostId HELLO = new PostId(201);
  public static final PostId CYS_POST = new PostId(202);
  public static final RuleId NO_SPAM = new RuleId("1");
  public static final Moderator MODERATOR = new Moderator(ANA, Authority.MODERATOR);
  public static final Moderator NOBODY = new Moderator(CY, Authority.USER);

  public static final Complaint COMPLAINT =
      new Complaint(
          new ReportId(301),
          CY,
          BO,
          List.of(HELLO),
          Category.SPAM,
          List.of(NO_SPAM),
          new Comment("Sells watches."),
          NOW);

  public static final ModerationAggregates AGGREGATES =
      ModerationAggregates.with(new SaltedHash(new byte[32]));

  private TestPeople() {}

  public static Instant inDays(int days) {
    return NOW.plus(Duration.ofDays(days));
  }

  public static Terms terms(Measure measure, Term term) {
    return new Terms(
        BO, measure, NO_SPAM, new Reason("Sold watches in 40 replies."), term, COMPLAINT.id());
  }
}
