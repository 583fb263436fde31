package isegoria.moderation;

import static isegoria.moderation.TestPeople.ANA;
import static isegoria.moderation.TestPeople.BO;
import static isegoria.moderation.TestPeople.CY;
import static isegoria.moderation.TestPeople.HELLO;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AvroCodec;
import isegoria.events.Topics;
import isegoria.events.moderation.Enforcement;
import isegoria.moderation.RunningService.Answer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One story, told in order: bo is reported, limited, free again, and forgotten by who reported. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ModerationServiceIT {

  private static final String ACCOUNTS = "/api/v1/admin/accounts/" + BO;
  private static final AvroCodec<Enforcement> ENFORCEMENTS =
      AvroCodec.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class);

  private RunningService service;
  private String ana;
  private String cy;
  private String report = "";

  @SuppressWarnings("NullAway.Init")
  ModerationServiceIT() {}

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    service = new RunningService(directory);
    service.open(ANA, "ana", "moderator");
    service.open(BO, "bo", "user");
    service.open(CY, "cy", "user");
    ana = service.token(ANA, "moderator", "read write admin:read admin:write");
    cy = service.token(CY, "user", "read write admin:read admin:write");
    RunningService.await(() -> service.get(ana, ACCOUNTS).status() == 200);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  @Order(1)
  void somebody_reports_somebody() throws Exception {
    Answer filed =
        service.post(
            cy,
            "/api/v1/reports",
            Map.of(
                "account_id",
                BO.toString(),
                "status_ids",
                List.of(HELLO.toString()),
                "comment",
                "Sells watches.",
                "rule_ids",
                List.of("1")));
    assertThat(filed.status()).as(filed.toString()).isEqualTo(200);
    assertThat(filed.json().path("category").asString()).isEqualTo("violation");
    assertThat(filed.json().path("target_account").path("username").asString()).isEqualTo("bo");
    assertThat(filed.json().path("status_ids").get(0).asString()).isEqualTo(HELLO.toString());
    report = filed.json().path("id").asString();
    service.await(Topics.MODERATION_STATES, CY + "/report/" + report, value -> value != null);
  }

  @Test
  @Order(2)
  void a_bad_report_is_refused_and_nothing_is_filed() throws Exception {
    refused(cy, "/api/v1/reports", Map.of(), 400);
    refused(cy, "/api/v1/reports", Map.of("account_id", "abc"), 404);
    refused(cy, "/api/v1/reports", Map.of("account_id", "999"), 404);
    refused(cy, "/api/v1/reports", Map.of("account_id", CY.toString()), 422);
    refused(
        cy,
        "/api/v1/reports",
        Map.of("account_id", BO.toString(), "comment", "x".repeat(1_001)),
        422);
    refused(cy, "/api/v1/reports", Map.of("account_id", BO.toString(), "category", "ugly"), 422);
    refused(
        cy, "/api/v1/reports", Map.of("account_id", BO.toString(), "rule_ids", List.of("77")), 422);
    refused("", "/api/v1/reports", Map.of("account_id", BO.toString()), 401);
    refused(
        service.token(CY, "user", "read"),
        "/api/v1/reports",
        Map.of("account_id", BO.toString()),
        403);
  }

  @Test
  @Order(3)
  void moderators_see_reports_and_others_do_not() throws Exception {
    Answer queue = service.get(ana, "/api/v1/admin/reports");
    assertThat(queue.status()).as(queue.toString()).isEqualTo(200);
    assertThat(queue.json()).hasSize(1);
    assertThat(queue.json().get(0).path("id").asString()).isEqualTo(report);
    assertThat(queue.json().get(0).path("status_ids").get(0).asString())
        .isEqualTo(HELLO.toString());
    assertThat(queue.json().get(0).path("rules").get(0).path("text").asString())
        .isEqualTo("No spam");
    assertThat(service.get(cy, "/api/v1/admin/reports").status()).isEqualTo(403);
    assertThat(service.get(ana, "/api/v1/admin/reports/" + report).status()).isEqualTo(200);
    assertThat(service.get("", "/api/v1/instance/rules").json()).hasSize(6);
  }

  @Test
  @Order(4)
  void nobody_is_limited_without_a_rule_a_reason_and_an_end() throws Exception {
    Answer refused = service.post(ana, ACCOUNTS + "/action", Map.of("type", "silence"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("error").asString())
        .contains("rule_id")
        .contains("text")
        .contains("ends_at or review_at");
    refused(ana, ACCOUNTS + "/action", Map.of("type", "sensitive"), 422);
    refused(cy, ACCOUNTS + "/action", Map.of("type", "silence"), 403);
    assertThat(service.get(ana, "/api/v1/admin/sanctions").json()).isEmpty();
  }

  @Test
  @Order(5)
  void a_limit_is_enforced_and_resolves_its_report() throws Exception {
    Answer done =
        service.post(
            ana,
            ACCOUNTS + "/action",
            Map.of(
                "type",
                "silence",
                "text",
                "Sold watches in 40 replies.",
                "rule_id",
                "1",
                "ends_at",
                Instant.now().plusSeconds(86_400).toString(),
                "report_id",
                report));
    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    Answer sanctions = service.get(ana, "/api/v1/admin/sanctions?in_force=true");
    String id = sanctions.json().get(0).path("id").asString();
    service.await(
        Topics.MODERATION_ENFORCEMENT,
        BO + "/sanction/" + id,
        value -> value != null && ENFORCEMENTS.decode(value).getKind().equals("limit"));
    assertThat(service.get(ana, ACCOUNTS).json().path("silenced").asBoolean()).isTrue();
    Answer resolved = service.get(ana, "/api/v1/admin/reports/" + report);
    assertThat(resolved.json().path("action_taken").asBoolean()).isTrue();
    assertThat(service.get(ana, "/api/v1/admin/accounts?silenced=true").json()).hasSize(1);
    assertThat(service.get(ana, "/api/v1/admin/accounts?username=BO").json()).hasSize(1);
  }

  @Test
  @Order(6)
  void lifting_it_takes_it_from_the_topic() throws Exception {
    String id = service.get(ana, "/api/v1/admin/sanctions").json().get(0).path("id").asString();
    Answer lifted = service.post(ana, ACCOUNTS + "/unsilence", Map.of());
    assertThat(lifted.json().path("silenced").asBoolean(true)).isFalse();
    service.await(Topics.MODERATION_ENFORCEMENT, BO + "/sanction/" + id, value -> value == null);
  }

  @Test
  @Order(7)
  void what_has_an_end_ends_by_itself() throws Exception {
    Answer imposed =
        service.post(
            ana,
            "/api/v1/admin/sanctions",
            Map.of(
                "subject_id",
                BO.toString(),
                "kind",
                "remove_post",
                "post_id",
                HELLO.toString(),
                "rule_id",
                "1",
                "reason",
                "An advertisement.",
                "ends_at",
                Instant.now().plusSeconds(2).toString()));
    assertThat(imposed.status()).as(imposed.toString()).isEqualTo(200);
    assertThat(imposed.json().path("in_force").asBoolean()).isTrue();
    String id = imposed.json().path("id").asString();
    service.await(Topics.MODERATION_ENFORCEMENT, BO + "/sanction/" + id, value -> value != null);
    service.await(Topics.MODERATION_ENFORCEMENT, BO + "/sanction/" + id, value -> value == null);
    RunningService.await(
        () -> !service.get(ana, "/api/v1/admin/sanctions/" + id).json().path("lifted_at").isNull());
  }

  @Test
  @Order(8)
  void who_is_frozen_does_not_report() throws Exception {
    Map<String, String> freeze =
        Map.of(
            "type", "disable",
            "text", "Files empty reports.",
            "rule_id", "3",
            "review_at", Instant.now().plusSeconds(86_400).toString());
    Answer frozen = service.post(ana, "/api/v1/admin/accounts/" + CY + "/action", freeze);
    assertThat(frozen.status()).as(frozen.toString()).isEqualTo(200);
    refused(cy, "/api/v1/reports", Map.of("account_id", BO.toString()), 403);
    Answer enabled = service.post(ana, "/api/v1/admin/accounts/" + CY + "/enable", Map.of());
    assertThat(enabled.json().path("disabled").asBoolean(true)).isFalse();
  }

  @Test
  @Order(9)
  void an_erased_account_is_forgotten_with_its_words() throws Exception {
    service.erase(CY);
    service.await(Topics.MODERATION_STATES, CY + "/report/" + report, value -> value == null);
    RunningService.await(() -> service.get(ana, "/api/v1/admin/reports/" + report).status() == 404);
    assertThat(service.get(ana, "/api/v1/admin/accounts/" + CY).status()).isEqualTo(404);
  }

  private void refused(String token, String path, Map<String, ?> body, int status)
      throws Exception {
    Answer answer = service.post(token, path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.json().path("error").asString()).isNotEmpty();
  }
}
