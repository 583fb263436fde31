package isegoria.moderation.write;

import static isegoria.moderation.TestPeople.AGGREGATES;
import static isegoria.moderation.TestPeople.ANA;
import static isegoria.moderation.TestPeople.BO;
import static isegoria.moderation.TestPeople.COMPLAINT;
import static isegoria.moderation.TestPeople.MODERATOR;
import static isegoria.moderation.TestPeople.NOBODY;
import static isegoria.moderation.TestPeople.NOW;
import static isegoria.moderation.TestPeople.inDays;
import static isegoria.moderation.TestPeople.terms;

import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.moderation.write.report.Report;
import isegoria.moderation.write.report.ReportCommand;
import isegoria.moderation.write.report.ReportEvent;
import isegoria.moderation.write.report.ReportEvent.ReportErased;
import isegoria.moderation.write.report.ReportEvent.ReportFiled;
import isegoria.moderation.write.report.ReportEvent.ReportResolved;
import isegoria.moderation.write.report.ReportRejection;
import isegoria.moderation.write.report.Verdict;
import isegoria.moderation.write.sanction.Measure;
import isegoria.moderation.write.sanction.Sanction;
import isegoria.moderation.write.sanction.Sanction.Imposition;
import isegoria.moderation.write.sanction.SanctionCommand;
import isegoria.moderation.write.sanction.SanctionCommand.Impose;
import isegoria.moderation.write.sanction.SanctionEvent;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionEnded;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionErased;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionImposed;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionLifted;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionReviewDue;
import isegoria.moderation.write.sanction.SanctionId;
import isegoria.moderation.write.sanction.SanctionRejection;
import isegoria.moderation.write.sanction.Term;
import isegoria.testkit.Golden;
import isegoria.testkit.StoredGolden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules as a page: named histories by sample commands, so that a changed rule is a diff. */
final class DecisionTableTest {

  private static final SanctionId ID = new SanctionId(401);
  private static final Moderator SUBJECT = new Moderator(BO, Authority.MODERATOR);

  @Test
  void reports() {
    ReportFiled filed = new ReportFiled(COMPLAINT);
    ReportResolved resolved = new ReportResolved(ANA, Verdict.SANCTIONED, NOW);
    Map<String, List<ReportEvent>> histories = new LinkedHashMap<>();
    histories.put("nothing", List.of());
    histories.put("filed", List.of(filed));
    histories.put("filed, resolved", List.of(filed, resolved));
    histories.put("filed, erased", List.of(filed, new ReportErased()));
    Map<String, ReportCommand> commands = new LinkedHashMap<>();
    commands.put("File", new ReportCommand.File(COMPLAINT));
    commands.put(
        "Resolve[by=a moderator]", new ReportCommand.Resolve(MODERATOR, Verdict.SANCTIONED, NOW));
    commands.put(
        "Resolve[by=its subject]", new ReportCommand.Resolve(SUBJECT, Verdict.NO_ACTION, NOW));
    commands.put("Resolve[by=a user]", new ReportCommand.Resolve(NOBODY, Verdict.NO_ACTION, NOW));
    commands.put("Erase", new ReportCommand.Erase());
    Decider<ReportCommand, Report, ReportEvent, ReportRejection> decider =
        AGGREGATES.report().decider();
    Golden.file("rules/report.txt").matches(table(decider, histories, commands));
    StoredGolden.matches(AGGREGATES.report(), histories, commands);
  }

  @Test
  void sanctions() {
    Term week = new Term.Until(inDays(7));
    Term month = new Term.ReviewAt(inDays(30));
    SanctionImposed imposed = imposed(week);
    SanctionImposed reviewed = imposed(month);
    Map<String, List<SanctionEvent>> histories = new LinkedHashMap<>();
    histories.put("nothing", List.of());
    histories.put("imposed for a week", List.of(imposed));
    histories.put("imposed until a review in 30 days", List.of(reviewed));
    histories.put(
        "imposed until a review in 30 days, due",
        List.of(reviewed, new SanctionReviewDue(inDays(30))));
    histories.put("imposed, lifted", List.of(imposed, new SanctionLifted(ANA, NOW)));
    histories.put("imposed, ended", List.of(imposed, new SanctionEnded(inDays(7))));
    histories.put("imposed, erased", List.of(imposed, new SanctionErased()));
    Map<String, SanctionCommand> commands = new LinkedHashMap<>();
    commands.put("Impose[for a week]", impose(MODERATOR, Authority.USER, week));
    commands.put("Impose[by=a user]", impose(NOBODY, Authority.USER, week));
    commands.put("Impose[by=its subject]", impose(SUBJECT, Authority.MODERATOR, week));
    commands.put("Impose[on=an admin]", impose(MODERATOR, Authority.ADMIN, week));
    commands.put(
        "Impose[for 3 years]", impose(MODERATOR, Authority.USER, new Term.Until(inDays(1_095))));
    commands.put("Lift[by=a moderator]", new SanctionCommand.Lift(MODERATOR, NOW));
    commands.put("Lift[by=its subject]", new SanctionCommand.Lift(SUBJECT, NOW));
    commands.put("Lift[by=a user]", new SanctionCommand.Lift(NOBODY, NOW));
    commands.put("FallDue[day=30]", new SanctionCommand.FallDue(inDays(30)));
    commands.put("End[day=6]", new SanctionCommand.End(inDays(6)));
    commands.put("End[day=7]", new SanctionCommand.End(inDays(7)));
    commands.put("End[day=37]", new SanctionCommand.End(inDays(37)));
    commands.put("Erase", new SanctionCommand.Erase());
    Decider<SanctionCommand, Sanction, SanctionEvent, SanctionRejection> decider =
        AGGREGATES.sanction().decider();
    Golden.file("rules/sanction.txt").matches(table(decider, histories, commands));
    StoredGolden.matches(AGGREGATES.sanction(), histories, commands);
  }

  private static Impose impose(Moderator by, Authority subject, Term term) {
    return new Impose(ID, terms(new Measure.Limit(), term), by, subject, NOW);
  }

  private static SanctionImposed imposed(Term term) {
    return new SanctionImposed(new Imposition(ID, terms(new Measure.Limit(), term), ANA, NOW));
  }

  private static <C, S, E, R> String table(
      Decider<C, S, E, R> decider, Map<String, List<E>> histories, Map<String, C> commands) {
    StringBuilder page = new StringBuilder();
    histories.forEach((history, events) -> {
      S state = decider.evolve(decider.initial(), events);
      page.append("given ").append(history).append('\n');
      commands.forEach((name, command) ->
          page.append("  %-26s -> %s%n".formatted(name, told(decider.decide(state, command)))));
      page.append('\n');
    });
    return page.toString().stripTrailing();
  }

  private static <E, R> String told(Decision<E, R> decision) {
    return switch (decision) {
      case Decision.Rejected<E, R>(R reason) -> "refused: " + reason;
      case Decision.Accepted<E, R>(List<E> events) when events.isEmpty() -> "already so";
      case Decision.Accepted<E, R>(List<E> events) ->
          events.stream().map(e -> e.getClass().getSimpleName()).collect(Collectors.joining(", "));
    };
  }
}
