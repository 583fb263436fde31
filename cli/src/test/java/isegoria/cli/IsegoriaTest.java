package isegoria.cli;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.cli.FakeService.Response;
import isegoria.events.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IsegoriaTest {

  @TempDir Path data;

  private final FakeService service = new FakeService();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @SuppressWarnings("NullAway.Init") // JUnit makes the directory.
  IsegoriaTest() {}

  @BeforeEach
  void aSystemRuns() throws IOException {
    Files.createDirectories(data.resolve("secrets"));
    Files.writeString(data.resolve("secrets/internal-secret"), "s3cret\n");
    Files.writeString(
        data.resolve("run.json"),
        """
        {"processes": [
          {"name": "gateway-0", "port": 1}, {"name": "account-0", "port": %1$d},
          {"name": "timeline-0", "port": %1$d}, {"name": "timeline-1", "port": %1$d}]}
        """
            .formatted(service.port()));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private int run(String... args) {
    return Isegoria.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private int runHere(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.add("--data=" + data);
    return run(all.toArray(String[]::new));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(data.resolve(name), text);
  }

  @Nested
  final class Accounts {
    @Test
    void a_new_password_is_on_the_last_line() {
      service.answers(asked -> new Response(200, "{\"id\":\"7\",\"password\":\"horse staple\"}"));
      assertThat(
              runHere(
                  "accounts",
                  "create",
                  "ana",
                  "--email=ana@a.example",
                  "--role=ADMIN",
                  "--confirmed"))
          .isZero();
      assertThat(out.toString().lines().toList().getLast()).isEqualTo("New password: horse staple");
      assertThat(service.asked()).hasSize(1);
      assertThat(service.asked().getFirst().path()).isEqualTo("/internal/operator/accounts");
      assertThat(service.asked().getFirst().secret()).isEqualTo("s3cret");
      assertThat(service.asked().getFirst().body())
          .contains("\"role\":\"admin\"", "\"confirmed\":true")
          .doesNotContain("password");
    }

    @Test
    void a_refusal_is_one_line_with_its_reason() {
      service.answers(
          asked -> new Response(422, "{\"error\":\"Username has already been taken\"}"));
      assertThat(runHere("accounts", "create", "ana", "--email=ana@a.example"))
          .isEqualTo(Isegoria.REFUSED);
      assertThat(err.toString().lines())
          .containsExactly(
              "isegoria accounts create: Username has already been taken (status 422)");
    }

    @Test
    void an_unavailable_service_is_asked_again_under_the_same_key() {
      service.answers(asked ->
          service.asked().size() == 1
              ? new Response(503, "{}")
              : new Response(200, "{\"id\":\"7\",\"password\":\"p\"}"));
      assertThat(runHere("accounts", "create", "ana", "--email=ana@a.example")).isZero();
      assertThat(service.asked()).hasSize(2);
      assertThat(service.asked().get(0).key()).isEqualTo(service.asked().get(1).key());
    }

    @Test
    void are_imported_from_lines_of_json() throws IOException {
      Path file = file("a.jsonl", "{\"username\":\"ana\"}\n\n{\"username\":\"bo\"}\n");
      assertThat(runHere("accounts", "import", file.toString())).isZero();
      assertThat(service.asked().getFirst().body())
          .isEqualTo("{\"accounts\":[{\"username\":\"ana\"},{\"username\":\"bo\"}]}");
      assertThat(out.toString()).contains("2 imported, 0 refused");
    }

    @Test
    void are_imported_from_csv_with_quotes() throws IOException {
      Path file = file("a.csv", "username,note\nana,\"Bees, \"\"and\"\" more\"\nbo,\n");
      assertThat(runHere("accounts", "import", file.toString())).isZero();
      assertThat(service.asked().getFirst().body())
          .contains("Bees, \\\"and\\\" more")
          .contains("{\"username\":\"bo\"}");
    }

    @Test
    void some_that_are_refused_are_named_and_counted() throws IOException {
      service.answers(
          asked -> new Response(200, "{\"refused\":[{\"what\":\"bo\",\"error\":\"Taken\"}]}"));
      Path file = file("a.csv", "username\nana\nbo\n");
      assertThat(runHere("accounts", "import", file.toString())).isEqualTo(Isegoria.REFUSED);
      assertThat(err.toString()).contains("refused: bo: Taken");
      assertThat(out.toString()).contains("1 imported, 1 refused");
    }

    @Test
    void a_line_that_is_none_is_named() throws IOException {
      Path file = file("a.jsonl", "{\"username\":\"ana\"}\n{oops\n");
      assertThat(runHere("accounts", "import", file.toString())).isEqualTo(Isegoria.USAGE);
      assertThat(err.toString()).contains("line 2: not JSON (expected: one object a line)");
    }

    @Test
    void are_erased_only_when_the_name_is_said_twice() {
      assertThat(runHere("accounts", "erase", "ana", "--yes=bo")).isEqualTo(Isegoria.USAGE);
      assertThat(service.asked()).isEmpty();
      assertThat(runHere("accounts", "erase", "ana", "--yes=ana")).isZero();
      assertThat(service.asked().getFirst().path())
          .isEqualTo("/internal/operator/accounts/ana/erase");
    }
  }

  @Nested
  final class Follows {
    @Test
    void are_sent_in_batches_of_a_thousand() throws IOException {
      StringBuilder edges = new StringBuilder("# from to\r\n");
      for (int i = 1; i <= 2_500; i++) {
        edges.append(i).append('\t').append(i + 1).append("\r\n");
      }
      Path file = data.resolve("edges.txt.gz");
      try (OutputStream gz = new GZIPOutputStream(Files.newOutputStream(file))) {
        gz.write(edges.toString().getBytes(StandardCharsets.UTF_8));
      }
      assertThat(runHere("follows", "import", file.toString(), "--name-format=w{}")).isZero();
      assertThat(service.asked()).hasSize(3);
      assertThat(service.asked()).extracting(FakeService.Asked::key).doesNotHaveDuplicates();
      assertThat(service.asked()).anyMatch(asked -> asked.body().contains("[\"w1\",\"w2\"]"));
      assertThat(out.toString()).contains("2500 imported, 0 refused");
      assertThat(ResumeFile.beside(file)).doesNotExist();
    }

    @Test
    void go_on_where_they_stopped() throws IOException {
      StringBuilder edges = new StringBuilder();
      for (int i = 1; i <= 2_500; i++) {
        edges.append("a").append(i).append(' ').append("b\n");
      }
      Path file = file("edges.txt", edges.toString());
      service.answers(asked ->
          asked.body().contains("\"a1001\"") ? new Response(403, "{}") : new Response(200, "{}"));
      assertThat(runHere("follows", "import", file.toString(), "--concurrency=1"))
          .isEqualTo(Isegoria.REFUSED);
      assertThat(ResumeFile.beside(file)).hasContent("1000\n");
      service.asked().clear();
      service.answers(asked -> new Response(200, "{}"));
      assertThat(runHere("follows", "import", file.toString())).isZero();
      assertThat(service.asked()).hasSize(2);
      assertThat(service.asked()).noneMatch(asked -> asked.body().contains("\"a1000\""));
    }

    @Test
    void a_line_with_one_word_is_named() throws IOException {
      Path file = file("edges.txt", "a b\nc\n");
      assertThat(runHere("follows", "import", file.toString())).isEqualTo(Isegoria.USAGE);
      assertThat(err.toString()).contains("line 2: c (expected: A B, A follows B)");
    }
  }

  @Nested
  final class Elsewhere {
    @Test
    void every_topic_is_listed_with_its_class() {
      assertThat(run("topics", "list")).isZero();
      assertThat(out.toString().lines()).hasSize(Topics.all().size() + 1);
      assertThat(out.toString())
          .containsPattern("post\\.events\\.v1 +open +forever +6")
          .containsPattern("moderation\\.enforcement\\.v1 +restricted +compacted +6")
          .containsPattern("account\\.replies\\.v1 +internal +1 day +16");
    }

    @Test
    void every_instance_rebuilds_its_feeds_and_is_waited_for() {
      AtomicInteger looks = new AtomicInteger();
      service.answers(request -> rebuilding(looks.incrementAndGet() < 6 ? 9 : 0, "a"));
      assertThat(runHere("feeds", "rebuild")).isZero();
      assertThat(service.asked())
          .hasSizeGreaterThan(6)
          .allMatch(asked -> asked.path().startsWith("/internal/operator/rebuild"));
      assertThat(service.asked())
          .as("both are told of the end")
          .filteredOn(asked -> asked.path().equals("/internal/operator/rebuild/end"))
          .hasSize(2);
      assertThat(out.toString()).isEqualTo("feeds: 1 partitions read again by 2 instance(s)\n");
    }

    @Test
    void what_moved_meanwhile_is_asked_for_again() {
      AtomicInteger begun = new AtomicInteger();
      service.answers(request ->
          rebuilding(
              0,
              (request.body().isEmpty() ? begun.get() : begun.incrementAndGet()) < 3 ? "b" : "a"));
      assertThat(runHere("feeds", "rebuild")).isZero();
      assertThat(begun.get()).as("two rounds, and the end, at two").isEqualTo(6);
    }

    @Test
    void a_rebuild_that_failed_is_said_in_one_line() {
      service.answers(request ->
          new Response(200, "{\"running\":false,\"behind\":0,\"failure\":\"no store\"}"));
      assertThat(runHere("feeds", "rebuild")).isEqualTo(Isegoria.REFUSED);
      assertThat(err.toString()).contains("ended before its time: no store");
    }

    private Response rebuilding(int behind, String done) {
      return new Response(
          200,
          """
          {"running":false,"restored":0,"behind":%d,"done":["%s"],"parts":["a"],"failure":""}
          """
              .formatted(behind, done));
    }

    @Test
    void what_degrades_the_views_of_any_instance_is_listed_once() {
      service.answers(request ->
          new Response(
              200,
              """
              {"unhealthy":[],
               "degrading":[{"reader":"posts","topic":"post.states.v1","partition":3,
                 "offset":17,"error":"IllegalArgumentException",
                 "since":"2026-01-01T00:00:00Z"}],
               "skipped":[{"view":"posts","topic":"post.states.v1","partition":0,"offset":5,
                 "reason":"a test","at":"2026-01-01T00:00:00Z"}]}
              """));
      assertThat(runHere("views", "list", "timeline")).as("an alarm").isEqualTo(Isegoria.REFUSED);
      assertThat(out.toString().lines())
          .containsExactly(
              "degraded   posts  post.states.v1/3@17  IllegalArgumentException,"
                  + " since 2026-01-01T00:00:00Z",
              "skipped    posts  post.states.v1/0@5  at 2026-01-01T00:00:00Z: a test",
              "timeline: 1 degraded, 1 skipped");
    }

    @Test
    void a_record_is_skipped_where_an_instance_is_paused_before_it_and_for_a_reason() {
      service.answers(request ->
          service.asked().size() == 1 ? new Response(404, "{}") : new Response(200, "{}"));
      String[] skip = {"views", "skip", "timeline", "posts", "post.states.v1/3@17"};
      assertThat(runHere(skip)).as("no reason").isEqualTo(Isegoria.USAGE);
      assertThat(service.asked()).isEmpty();

      List<String> withReason = new ArrayList<>(List.of(skip));
      withReason.add("--reason=a post of 2019");
      assertThat(runHere(withReason.toArray(String[]::new))).isZero();
      assertThat(service.asked()).as("the second instance has it").hasSize(2);
      assertThat(service.asked().getLast().path()).isEqualTo("/internal/operator/views/skip");
      assertThat(service.asked().getLast().body())
          .contains("\"offset\":17", "\"partition\":3", "\"reason\":\"a post of 2019\"");
    }

    @Test
    void every_instance_retries() {
      service.answers(request -> new Response(200, "{\"retried\":2}"));
      assertThat(runHere("views", "retry", "timeline")).isZero();
      assertThat(out.toString()).isEqualTo("timeline: 4 records retried\n");
    }

    @Test
    void an_aggregate_is_shown_by_the_instance_that_stores_it_and_released() {
      service.answers(request ->
          request.path().endsWith("/show") && service.asked().size() == 1
              ? new Response(404, "{}")
              : new Response(200, "{\"quarantine\":\"IllegalStateException\"}"));
      assertThat(runHere("aggregates", "show", "timeline", "7/post/9")).isZero();
      assertThat(out.toString()).contains("IllegalStateException");
      assertThat(service.asked()).hasSize(2);
      assertThat(runHere("aggregates", "release", "timeline", "7/post/9")).isZero();
      assertThat(service.asked().getLast().path())
          .isEqualTo("/internal/operator/aggregates/release");
      assertThat(service.asked().getLast().body()).isEqualTo("{\"key\":\"7/post/9\"}");
    }

    @Test
    void every_command_explains_itself() {
      for (List<String> command :
          List.of(
              List.<String>of(),
              List.of("accounts"),
              List.of("accounts", "create"),
              List.of("accounts", "import"),
              List.of("accounts", "erase"),
              List.of("follows", "import"),
              List.of("topics", "list"),
              List.of("feeds", "rebuild"),
              List.of("views", "list"),
              List.of("views", "retry"),
              List.of("views", "skip"),
              List.of("aggregates", "show"),
              List.of("aggregates", "release"))) {
        List<String> all = new ArrayList<>(command);
        all.add("--help");
        assertThat(run(all.toArray(String[]::new))).isZero();
      }
      assertThat(out.toString()).contains("--email", "--name-format", "Exit codes");
    }

    @Test
    void nobody_there_is_said_in_one_line() {
      assertThat(run("feeds", "rebuild", "--data=" + data.resolve("none")))
          .isEqualTo(Isegoria.UNREACHABLE);
      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString()).contains("no system runs at");
    }

    @Test
    void a_wrong_command_line_is_said_in_one_line() {
      assertThat(run("accounts", "create")).isEqualTo(Isegoria.USAGE);
      assertThat(run("fly")).isEqualTo(Isegoria.USAGE);
      assertThat(run("topics")).isEqualTo(Isegoria.USAGE);
      assertThat(err.toString().lines()).hasSize(3).allMatch(line -> line.contains("--help"));
    }
  }
}
