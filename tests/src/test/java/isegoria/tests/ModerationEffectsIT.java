package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Person;
import isegoria.tests.effect.Effects;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What moderators do, as other moderators see it. */
final class ModerationEffectsIT {
  private static final String ACCOUNTS = "/api/v1/admin/accounts/";
  private static final String REPORTS = "/api/v1/admin/reports";

  private final Shared system = Shared.system();
  private final Person ana = system.signUp("ana");
  private final Person bo = system.signUp("bo");
  private final Person moderator = Staff.moderator(system, "moderator");
  private final Person other = Staff.again(system, moderator.name());

  @Test
  @Effects({
    "POST /api/v1/reports",
    "GET /api/v1/admin/reports",
    "GET /api/v1/admin/reports/{id}",
    "POST /api/v1/admin/reports/{id}/resolve"
  })
  void a_report_reaches_moderators_and_is_resolved() {
    String report =
        ana.post("/api/v1/reports", Map.of("account_id", bo.id(), "comment", "Look at this")).id();
    Eventually.equal(
        () -> other.get(REPORTS + "?target_account_id=" + bo.id()).ids().contains(report), true);
    moderator.post(REPORTS + "/" + report + "/resolve");
    Eventually.equal(
        () -> other.get(REPORTS + "/" + report).json().path("action_taken").asBoolean(), true);
  }

  @Test
  @Effects({
    "GET /api/v1/admin/accounts",
    "GET /api/v2/admin/accounts",
    "GET /api/v1/admin/accounts/{id}",
    "POST /api/v1/admin/accounts/{id}/action",
    "POST /api/v1/admin/accounts/{id}/enable",
    "POST /api/v1/admin/accounts/{id}/unsilence",
    "POST /api/v1/admin/accounts/{id}/unsuspend"
  })
  void a_sanction_is_in_force_until_it_is_lifted() {
    for (String list : new String[] {"/api/v1/admin/accounts", "/api/v2/admin/accounts"}) {
      Eventually.equal(
          () -> other.get(list + "?username=" + bo.name()).ids().contains(bo.id()), true);
    }
    sanctioned("silence", "silenced", "unsilence");
    sanctioned("disable", "disabled", "enable");
    sanctioned("suspend", "suspended", "unsuspend");
  }

  private void sanctioned(String type, String field, String undo) {
    moderator.post(
        ACCOUNTS + bo.id() + "/action",
        Map.of(
            "type",
            type,
            "rule_id",
            "1",
            "text",
            "Sells watches",
            "ends_at",
            Instant.now().plus(1, ChronoUnit.DAYS).toString()));
    Eventually.equal(() -> isMarked(field), true);
    assertThat(moderator.post(ACCOUNTS + bo.id() + "/" + undo).id()).isEqualTo(bo.id());
    Eventually.equal(() -> isMarked(field), false);
  }

  private boolean isMarked(String field) {
    return other.get(ACCOUNTS + bo.id()).json().path(field).asBoolean();
  }

  @Test
  @Effects({
    "POST /api/v1/admin/sanctions",
    "GET /api/v1/admin/sanctions",
    "GET /api/v1/admin/sanctions/{id}",
    "POST /api/v1/admin/sanctions/{id}/lift"
  })
  void a_sanction_is_listed_with_its_rule_and_says_when_it_was_lifted() {
    String sanctions = "/api/v1/admin/sanctions";
    String id =
        moderator
            .post(
                sanctions,
                Map.of(
                    "subject_id", bo.id(),
                    "kind", "limit",
                    "rule_id", "1",
                    "reason", "Sells watches",
                    "ends_at", Instant.now().plus(1, ChronoUnit.DAYS).toString()))
            .id();
    Eventually.equal(() -> other.get(sanctions + "?in_force=true").ids().contains(id), true);
    moderator.post(sanctions + "/" + id + "/lift");
    Eventually.equal(
        () -> other.get(sanctions + "/" + id).json().path("lifted_at").isString(), true);
  }
}
