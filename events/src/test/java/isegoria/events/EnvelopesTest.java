package isegoria.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import isegoria.events.post.PostBookmarked;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostFavourited;
import isegoria.events.post.PostPrivateEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The schemas of envelopes are generated from the list of kinds beside them: {@code kinds.json}
 * says which record stands on which topic. {@code make golden} rewrites them; the classes follow
 * with the next build.
 */
final class EnvelopesTest {

  private static final Path SCHEMAS = Path.of("src/main/avro/isegoria/events");

  private static final PostBookmarked BOOKMARKED = new PostBookmarked("1", "2", "3");
  private static final PostFavourited FAVOURITED = new PostFavourited("1", "2", "3");

  private final EnvelopeCodec open = EnvelopeCodec.of(Topics.POST_EVENTS, PostEvent.class);
  private final EnvelopeCodec restricted =
      EnvelopeCodec.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class);

  @Test
  void every_envelope_is_what_its_list_of_kinds_says() throws IOException {
    for (String service : List.of("account", "moderation", "post", "timeline")) {
      JsonNode list =
          new ObjectMapper().readTree(SCHEMAS.resolve(service).resolve("kinds.json").toFile());
      for (JsonNode envelope : list.path("envelopes")) {
        Path file = SCHEMAS.resolve(service).resolve(text(envelope, "name") + ".avsc");
        String schema = schema(list, envelope);
        if (Boolean.getBoolean("golden")) {
          Files.writeString(file, schema);
        }
        assertThat(schema).as(file + ": run make golden").isEqualTo(Files.readString(file));
      }
    }
  }

  @Test
  void a_private_fact_has_no_place_on_an_open_topic() {
    assertThat(restricted.kind(BOOKMARKED)).isEqualTo("bookmarked");
    assertThatThrownBy(() -> open.encode(meta(), BOOKMARKED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("post.events.v1: isegoria.events.post.PostBookmarked");
  }

  @Test
  void a_fact_is_read_as_it_was_written_on_either_topic() {
    PostEvent shown =
        AvroCodec.of(Topics.POST_EVENTS, PostEvent.class).decode(open.encode(meta(), FAVOURITED));
    PostPrivateEvent hidden =
        AvroCodec.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class)
            .decode(restricted.encode(meta(), FAVOURITED));

    assertThat(shown.getType()).isEqualTo("favourited");
    assertThat(shown.getMeta()).isEqualTo(meta());
    assertThat(EnvelopeCodec.content(shown)).isEqualTo(FAVOURITED);
    assertThat(EnvelopeCodec.content(hidden)).isEqualTo(FAVOURITED);
  }

  @Test
  void a_kind_that_is_not_known_has_no_content() {
    PostEvent later = PostEvent.newBuilder().setMeta(meta()).setType("quoted").build();

    assertThat(EnvelopeCodec.content(later)).isNull();
  }

  private static Meta meta() {
    Instant at = Instant.parse("2026-01-01T12:00:00Z");
    return new Meta("c-0", "1/engagement/2", 1L, at, at, "1", "c", "", "");
  }

  private static String schema(JsonNode list, JsonNode envelope) {
    boolean facts = text(envelope, "of").equals("facts");
    var fields = new ArrayList<String>();
    if (facts) {
      fields.add(
          field(
              "meta",
              "\"isegoria.events.Meta\"",
              "Who, when, and where this stands in its stream.",
              "pseudonym",
              ""));
    }
    fields.add(field("type", "\"string\"", "The name of the field below that is set.", "none", ""));
    for (JsonNode kind : list.path(text(envelope, "of"))) {
      if (names(kind.path("on")).contains(text(envelope, "access"))) {
        fields.add(kind(kind, text(list, "namespace"), text(envelope, "access")));
      }
    }
    if (!facts) {
      fields.add(
          field(
              "updated_at",
              "{\"type\": \"long\", \"logicalType\": \"timestamp-micros\"}",
              "When this state was recorded.",
              "none",
              ""));
    }
    return """
    {
      "type": "record",
      "namespace": "%s",
      "name": "%s",
      "doc": "%s: topic %s%s. Exactly one nullable field is set. Version 1 is the first.",
      "fields": [
    %s
      ]
    }
    """
        .formatted(
            text(list, "namespace"),
            text(envelope, "name"),
            text(envelope, "doc"),
            text(envelope, "topic"),
            facts ? "" : ", compacted",
            String.join(",\n", fields));
  }

  private static String kind(JsonNode kind, String namespace, String access) {
    boolean awaited = !kind.has("awaited") || names(kind.path("awaited")).contains(access);
    String key = kind.has("key") ? " Key " + text(kind, "key") + "." : "";
    return field(
        text(kind, "kind"),
        "[\"null\", \"%s.%s\"]".formatted(namespace, text(kind, "record")),
        "Set when type is " + text(kind, "kind") + "." + key,
        kind.has("pii") ? text(kind, "pii") : "pseudonym",
        ", \"default\": null" + (awaited ? "" : ", \"awaited\": false"));
  }

  private static String field(String name, String type, String doc, String pii, String more) {
    return "    {\"name\": \"%s\", \"type\": %s, \"doc\": \"%s\", \"pii\": \"%s\"%s}"
        .formatted(name, type, doc, pii, more);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static List<String> names(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
