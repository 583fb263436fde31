package isegoria.tests.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.sweep.Place.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system's files, made by hand: what is where it may be, and leaks that must be found. */
final class FileSearchTest {
  private static final String TABLE_ID = "-0123456789abcdef0123456789abcdef";

  private final Marks marks = new Marks(1);
  private final String open = marks.of(MarkKind.PUBLIC_WORDS, "");
  private final String direct = marks.of(MarkKind.DIRECT_WORDS, "");
  private final String password = marks.of(MarkKind.PASSWORD, "");
  private final String eMail = marks.of(MarkKind.E_MAIL, "");

  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  @TempDir
  private Path system;

  @Test
  void what_is_where_a_rule_allows_it_is_no_leak() throws IOException {
    write("kafka/log/post.states.v1-0/00000000000000000000.log", open);
    write("kafka/log/post.private-states.v1-3/00000000000000000000.log", direct);
    write("kafka/log/post.commands.v1-0/00000000000000000000.log", open + direct);
    write("kafka/log/post-decider-aggregates-changelog-0/00000000000000000000.log", direct);
    write("state/post-0/streams/post-decider/0_0/rocksdb/aggregates/000008.sst", direct);
    write("cassandra/storage/data/post/post" + TABLE_ID + "/da-1-bti-Data.db", direct);
    write("cassandra/storage/data/account/credential" + TABLE_ID + "/da-1-bti-Data.db", eMail);
    write("cassandra/storage/commitlog/CommitLog-8-1.log", direct + eMail);
    write("logs/post-0.log", "nothing");
    SearchResult found = look();
    assertThat(found.leaks(marks.all())).isEmpty();
    assertThat(found.hits(marks.all())).isEqualTo(10);
    assertThat(found.topics()).isEqualTo(4);
    assertThat(found.places(Kind.TABLE)).isEqualTo(2);
    assertThat(found.places(Kind.LOG)).isEqualTo(1);
  }

  @Test
  void private_words_in_an_open_topic_are_a_leak() throws IOException {
    write("kafka/log/post.states.v1-0/00000000000000000000.log", open + direct);
    assertLeaks("direct words", "open topic post.states.v1");
  }

  @Test
  void words_in_events_are_a_leak_even_when_they_are_public() throws IOException {
    write("kafka/log/post.events.v1-0/00000000000000000000.log", open);
    assertLeaks("public words", "open topic post.events.v1");
  }

  @Test
  void words_of_another_service_are_a_leak() throws IOException {
    write("kafka/log/account-decider-aggregates-changelog-0/00000000000000000000.log", direct);
    assertLeaks("direct words", "streams topic account-decider-aggregates-changelog");
  }

  @Test
  void a_secret_is_a_leak_wherever_it_is() throws IOException {
    for (String file :
        List.of(
            "logs/gateway-0.log.last",
            "kafka/log/account.commands.v1-0.1b2c-delete/00000000000000000000.log.deleted",
            "kafka/log/__consumer_offsets-2/00000000000000000000.log",
            "kafka/log/somebody.elses.v1-0/00000000000000000000.log",
            "state/account-0/streams/account-decider/0_0/rocksdb/aggregates/000008.log",
            "cassandra/storage/data/account/credential" + TABLE_ID + "/da-1-bti-Data.db",
            "cassandra/storage/commitlog/CommitLog-8-1.log",
            "kafka/broker.properties",
            "run.json")) {
      write(file, "x".repeat(100) + password);
      assertThat(look().leaks(marks.all())).as(file).hasSize(1);
      Files.delete(system.resolve(file));
    }
  }

  @Test
  void what_a_page_shows_is_searched() {
    byte[] page = ("path=\"/" + password + "\"").getBytes(StandardCharsets.UTF_8);
    SearchResult found = new FileSearch(marks.all()).text(Kind.METRICS, "post-0", page).found();
    assertThat(found.leaks(marks.all())).singleElement().asString().contains("metrics page post-0");
  }

  @Test
  void a_leak_is_told_without_the_words() throws IOException {
    write("logs/post-0.log", password);
    assertThat(look().leaks(marks.all()).getFirst()).doesNotContain(password);
  }

  private void assertLeaks(String mark, String place) {
    assertThat(look().leaks(marks.all()))
        .singleElement()
        .asString()
        .startsWith(mark)
        .contains(place)
        .endsWith("LEAK");
  }

  private SearchResult look() {
    return new FileSearch(marks.all()).files(system).found();
  }

  private void write(String file, String text) throws IOException {
    Path path = system.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
