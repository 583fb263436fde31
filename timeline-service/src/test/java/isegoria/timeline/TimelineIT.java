package isegoria.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import isegoria.edge.Readiness;
import isegoria.testkit.backing.Backing;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.home.read.PlainReader;
import isegoria.timeline.home.read.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two instances on a real Kafka and a real Cassandra; one of them serves what the other writes,
 * with a recent log so short that most of every home comes from authors' logs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TimelineIT {

  private static final long FIRST_ID = Instant.parse("2026-01-28T00:00:00Z").toEpochMilli() << 16;
  private static final long STEP_MAX = 7_200_000L << 16;
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
  private static final Pattern PREVIOUS = Pattern.compile("<([^>]+)>; rel=\"prev\"");

  private static final long FIRST_FAN = 1_001;
  private static final long FANS = 500;
  private static final long FANS_LOST = 20;

  private static final String ORIGIN = "http://localhost:8080";

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
  private final Map<Long, PlainReader> readers = new HashMap<>();
  private final World world = new World(new SplittableRandom(42), 400, FIRST_ID, STEP_MAX);
  private ECKey key;
  private Publishing publishing;

  @BeforeAll
  void start(@TempDir Path dir) throws Exception {
    Backing backing = Backing.shared();
    publishing = new Publishing(backing.kafkaBootstrapServers());
    key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
    Files.writeString(dir.resolve("jwks.json"), new JWKSet(key).toString(true));
    world.suspended.clear();
    instances.add(instance(backing, dir, 0, 0, "materialize,serve"));
    instances.add(instance(backing, dir, 1, 100, "serve"));
    publish();
  }

  private void publish() {
    for (long id = 1; id <= World.ACCOUNTS; id++) {
      publishing.account(id);
      readers.put(id, world.reader(id));
    }
    alignBlocks();
    for (long low = 1; low <= World.ACCOUNTS; low++) {
      for (long high = low + 1; high <= World.ACCOUNTS; high++) {
        publishing.relation(low, high, side(low, high), side(high, low));
      }
    }
    var authors = new HashMap<Long, Long>();
    for (FeedFact fact : world.facts) {
      switch (fact) {
        case FeedFact.Appeared(FeedEntry entry) -> {
          authors.put(entry.id(), entry.actorId());
          publishing.appear(entry);
        }
        case FeedFact.Removed(long id) -> publishing.remove(id);
        case FeedFact.Readdressed _ -> throw new IllegalStateException("not in this world");
      }
    }
    for (long id : world.removed) {
      publishing.sanction("s" + id, "remove_post", authors.getOrDefault(id, 0L), id);
    }
  }

  /** Plain readers know blocks both ways, and a block ends the follow of either side. */
  private void alignBlocks() {
    for (PlainReader reader : List.copyOf(readers.values())) {
      for (long blocked : reader.blocks()) {
        PlainReader other = reader(blocked);
        var follows = new HashMap<>(other.follows());
        follows.remove(reader.id());
        var blocks = new java.util.HashSet<>(other.blocks());
        blocks.add(reader.id());
        readers.put(blocked, new PlainReader(blocked, follows, blocks, other.mutes()));
        PlainReader self = reader(reader.id());
        var own = new HashMap<>(self.follows());
        own.remove(blocked);
        readers.put(self.id(), new PlainReader(self.id(), own, self.blocks(), self.mutes()));
      }
    }
  }

  private isegoria.events.account.RelationshipSide side(long from, long towards) {
    PlainReader reader = reader(from);
    Follow follow = reader.follows().get(towards);
    return Publishing.side(
        follow == null ? null : Publishing.follow(follow.boosts(), List.copyOf(follow.languages())),
        reader.blocks().contains(towards),
        reader.mutes().contains(towards));
  }

  private static ConfigurableApplicationContext instance(
      Backing backing, Path dir, int number, int recentLogEntriesMax, String roles) {
    return SpringApplication.run(
        TimelineService.class,
        "--server.port=0",
        "--logging.structured.format.console=",
        "--isegoria.instance=" + number,
        "--isegoria.origin=" + ORIGIN,
        "--isegoria.secrets-dir=" + dir,
        "--isegoria.state-dir=" + dir.resolve("state-" + number),
        "--isegoria.kafka.bootstrap-servers=" + backing.kafkaBootstrapServers(),
        "--isegoria.kafka.partitions=" + Publishing.PARTITIONS,
        "--isegoria.cassandra.contact-points=" + backing.cassandraContactPoints(),
        "--isegoria.timeline.roles=" + roles,
        "--isegoria.timeline.feed-staleness=1s",
        "--isegoria.timeline.recent-log-entries-max=" + recentLogEntriesMax);
  }

  @AfterAll
  void stop() {
    instances.forEach(ConfigurableApplicationContext::close);
    publishing.close();
  }

  @Test
  void every_home_read_to_its_last_page_is_the_definition_on_either_instance() throws Exception {
    for (int instance = 0; instance < instances.size(); instance++) {
      for (PlainReader reader : readers.values()) {
        List<Long> expected = world.home(reader);
        assertThat(ids(instance, reader.id(), "/api/v1/timelines/home?limit=15", NEXT))
            .as("instance %d, reader %d", instance, reader.id())
            .isEqualTo(expected);
        if (reader.id() % instances.size() == instance) {
          assertThat(upwards(instance, reader.id())).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void each_instance_comes_to_be_ready() {
    for (ConfigurableApplicationContext instance : instances) {
      Readiness readiness = instance.getBean(Readiness.class);
      Instant end = Instant.now().plusSeconds(30);
      while (!readiness.health().getStatus().equals(Status.UP)) {
        assertThat(Instant.now()).as("%s", readiness.health()).isBefore(end);
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }

  @Test
  void profiles_show_to_each_what_each_may_see() throws Exception {
    for (PlainReader reader : readers.values()) {
      long author = reader.id() % World.ACCOUNTS + 1;
      List<Long> expected =
          shown(reader).filter(e -> e.actorId() == author).map(FeedEntry::id).toList();
      assertThat(ids(1, reader.id(), "/api/v1/accounts/" + author + "/statuses?limit=9", NEXT))
          .isEqualTo(expected);
    }
  }

  @Test
  void the_public_feed_and_tags_hold_public_posts() throws Exception {
    PlainReader reader = reader(1L);
    List<FeedEntry> posts =
        shown(reader)
            .filter(e -> !e.isBoost() && e.visibility() == Visibility.PUBLIC)
            .filter(e -> !reader.hides(e.actorId()))
            .toList();
    assertThat(ids(0, 1, "/api/v1/timelines/public?limit=11", NEXT))
        .isEqualTo(posts.stream().filter(e -> !e.isReplyToOther()).map(FeedEntry::id).toList());
    assertThat(ids(1, 1, "/api/v1/timelines/tag/EVEN?limit=11", NEXT))
        .isEqualTo(
            posts.stream()
                .filter(e -> Publishing.tag(e).equals("even"))
                .map(FeedEntry::id)
                .toList());
    assertThat(ids(0, 1, "/api/v1/timelines/tag/odd?any[]=even&limit=40", NEXT))
        .isEqualTo(posts.stream().map(FeedEntry::id).toList());
  }

  @Test
  void the_favourites_of_many_are_one_group_whose_count_is_a_recount() throws Exception {
    FeedEntry post =
        shown(reader(1L))
            .filter(e -> e.actorId() == 1 && !e.isBoost() && e.visibility().isOpen())
            .findFirst()
            .orElseThrow();
    for (long fan = FIRST_FAN; fan < FIRST_FAN + FANS; fan++) {
      publishing.account(fan);
      publishing.favourite(fan, post.id(), 1, true);
    }
    String likes = "/api/v2/notifications?types[]=favourite";
    // The count rises to all of them before it falls: on its way it would pass what is expected.
    awaitCount(likes, FANS);
    for (long fan = FIRST_FAN; fan < FIRST_FAN + FANS_LOST; fan++) {
      publishing.favourite(fan, post.id(), 1, false);
    }
    long expected = FANS - FANS_LOST;
    awaitCount(likes, expected);
    List<Long> each = ids(1, 1, "/api/v1/notifications?types[]=favourite&limit=80", NEXT);
    assertThat(each).hasSize((int) expected).doesNotHaveDuplicates();
    assertThat(each).isSortedAccordingTo(Comparator.reverseOrder());
  }

  private void awaitCount(String likes, long expected) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    while (count(likes) != expected && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    assertThat(count(likes)).isEqualTo(expected);
  }

  /** Of the only group that there is; 0 where there is none, or more. */
  private long count(String likes) throws Exception {
    JsonNode groups =
        JsonMapper.shared().readTree(get(1, likes, token(1L)).body()).path("notification_groups");
    return groups.size() == 1 ? groups.path(0).path("notifications_count").asLong() : 0;
  }

  @Test
  void bad_requests_get_the_clients_error_body() throws Exception {
    assertThat(get(0, "/api/v1/timelines/home", null).statusCode()).isEqualTo(401);
    assertThat(get(0, "/api/v1/timelines/home", token(null)).statusCode()).isEqualTo(422);
    assertThat(get(0, "/api/v1/accounts/99/statuses", null).statusCode()).isEqualTo(404);
    assertThat(get(0, "/api/v1/accounts/x/statuses", null).body()).contains("\"error\"");
  }

  private PlainReader reader(long id) {
    return Objects.requireNonNull(readers.get(id));
  }

  private java.util.stream.Stream<FeedEntry> shown(PlainReader reader) {
    return world.alive.values().stream()
        .filter(e -> !world.removed.contains(e.shownId()))
        .filter(e -> !reader.isBlockedFrom(e.actorId()) && !reader.isBlockedFrom(e.shownAuthorId()))
        .filter(e ->
            e.visibility().isOpen()
                || e.actorId() == reader.id()
                || e.addresses(reader.id())
                || (e.visibility() == Visibility.PRIVATE && reader.follows(e.actorId())))
        .sorted(Comparator.comparingLong(FeedEntry::id).reversed());
  }

  /** The whole home again, from its oldest entry upwards by the links to the previous page. */
  private List<Long> upwards(int instance, long reader) throws Exception {
    List<Long> found = new ArrayList<>();
    @Nullable String path = "/api/v1/timelines/home?limit=13&min_id=1";
    while (path != null) {
      HttpResponse<String> page = get(instance, path, token(reader));
      found.addAll(0, ids(page));
      path = link(page, PREVIOUS);
    }
    return found;
  }

  private List<Long> ids(int instance, long reader, String from, Pattern link) throws Exception {
    List<Long> found = new ArrayList<>();
    @Nullable String path = from;
    while (path != null) {
      HttpResponse<String> page = get(instance, path, token(reader));
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      found.addAll(ids(page));
      path = link(page, link);
    }
    return found;
  }

  private static List<Long> ids(HttpResponse<String> page) {
    JsonNode statuses = JsonMapper.shared().readTree(page.body());
    var ids = new ArrayList<Long>();
    statuses.forEach(status -> ids.add(Long.valueOf(status.get("id").asString())));
    return ids;
  }

  private static @Nullable String link(HttpResponse<String> page, Pattern relation) {
    Matcher found = relation.matcher(page.headers().firstValue("Link").orElse(""));
    return found.find() ? found.group(1).substring(ORIGIN.length()) : null;
  }

  private HttpResponse<String> get(int instance, String path, @Nullable String token)
      throws IOException, InterruptedException {
    var context = (WebServerApplicationContext) instances.get(instance);
    int port = Objects.requireNonNull(context.getWebServer()).getPort();
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("X-Isegoria-Position", publishing.positions());
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String token(@Nullable Long account) throws Exception {
    var claims =
        new JWTClaimsSet.Builder()
            .subject(account == null ? null : account.toString())
            .claim("app", "5")
            .claim("scope", "read")
            .claim("sid", "s" + account)
            .claim("role", "user")
            .expirationTime(Date.from(Instant.now().plusSeconds(600)))
            .build();
    var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").build(), claims);
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }
}
