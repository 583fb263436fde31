package isegoria.edge;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.ApiJson;
import isegoria.api.entity.ApiError;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a running service over HTTP, politely or not. */
record TestClient(int port, int managementPort) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  String metrics() throws Exception {
    return management("/actuator/prometheus").body();
  }

  HttpResponse<String> management(String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path)).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(at(path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String contentType, String body) throws Exception {
    return send("POST", "/api/v1/echo", contentType, body);
  }

  HttpResponse<String> send(String method, String path, @Nullable String type, String body)
      throws Exception {
    var request = HttpRequest.newBuilder(at(path)).method(method, BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> as(String token, String method, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(at(path))
            .method(method, BodyPublishers.noBody())
            .header("Authorization", "Bearer " + token);
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port + path.replace("[", "%5B").replace("]", "%5D"));
  }

  static void answers(int status, String error, HttpResponse<String> answer) {
    assertThat(answer.body()).isEqualTo(ApiJson.write(ApiError.of(error)));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
  }

  String raw(String request) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
