package isegoria.timeline.streaming.http;

import isegoria.api.error.Problem;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.ReadsViews;
import isegoria.edge.Viewer;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import isegoria.timeline.streaming.memory.Client;
import isegoria.timeline.streaming.memory.EventStream;
import isegoria.timeline.streaming.memory.OpenStreams;
import isegoria.timeline.streaming.memory.WebSocketStream;
import isegoria.timeline.streaming.read.Asked;
import isegoria.timeline.streaming.read.Channel;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where clients open streams: one WebSocket for many, or each as server-sent events. */
@ReadsViews({"copies", "relations", "recent-log", "sanctions", "filters"})
@RestController
@ConditionalOnRole(Role.SERVE)
final class StreamingResource {

  private final OpenStreams streams;

  StreamingResource(OpenStreams streams) {
    this.streams = streams;
  }

  @GetMapping("/api/v1/streaming/health")
  ResponseEntity<String> getHealth() {
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("OK");
  }

  @GetMapping("/api/v1/streaming")
  void openWebSocket(
      Viewer viewer, Params params, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Client client = client(viewer);
    String accepted = WebSocketHandshake.accepted(request);
    requirePlace();
    StreamConnection connection = request.upgrade(StreamConnection.class);
    WebSocketHandshake.answer(response, accepted);
    var stream = new WebSocketStream(streams, connection, client, ClientMessages::request);
    connection.carry(stream);
    String named = params.text("stream");
    stream.begin(named == null ? null : asked(named, params));
    commit(response, connection);
  }

  @GetMapping("/api/v1/streaming/{word}")
  void openEvents(
      @PathVariable String word,
      Viewer viewer,
      Params params,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    open(word, viewer, params, request, response);
  }

  @GetMapping("/api/v1/streaming/{word}/{part}")
  void openEvents(
      @PathVariable String word,
      @PathVariable String part,
      Viewer viewer,
      Params params,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    open(word + ":" + part, viewer, params, request, response);
  }

  private void open(
      String name,
      Viewer viewer,
      Params params,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    Client client = client(viewer);
    Channel channel =
        switch (asked(withMedia(name, params), params)) {
          case Channel found -> found;
          case Asked.Refused(String error, int status) -> throw new ApiException(status, error);
        };
    viewer.requireScope(channel.scope());
    requirePlace();
    StreamConnection connection = request.upgrade(StreamConnection.class);
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    // The events are the rest of the connection, without a frame around each.
    response.setHeader(HttpHeaders.CONNECTION, "close");
    var stream = new EventStream(streams, connection, client, channel);
    connection.carry(stream);
    stream.begin();
    commit(response, connection);
  }

  private static String withMedia(String name, Params params) {
    boolean isPublic = name.equals("public") || name.startsWith("public:");
    return isPublic && params.flag("only_media", false) ? name + Asked.MEDIA : name;
  }

  private static Asked asked(String name, Params params) {
    return Asked.of(name, params.text("tag"), params.text("list"));
  }

  private static Client client(Viewer viewer) {
    long account = viewer.account().value();
    return new Client(
        account,
        Stream.of(Channel.STATUSES, Channel.NOTIFICATIONS)
            .filter(scope -> viewer.scopes().grantsAny(scope))
            .collect(Collectors.toSet()));
  }

  private void requirePlace() {
    if (!streams.hasPlace()) {
      throw new ApiException(Problem.UNAVAILABLE);
    }
  }

  /** The client has the head before anything happens; one that is gone has no stream. */
  private static void commit(HttpServletResponse response, StreamConnection connection)
      throws IOException {
    try {
      response.flushBuffer();
    } catch (IOException gone) {
      connection.abort();
      throw gone;
    }
  }
}
