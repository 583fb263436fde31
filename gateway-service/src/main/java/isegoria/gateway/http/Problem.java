package isegoria.gateway.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** An answer that is an error: a status and the one text that clients show to people. */
public record Problem(int status, String error) {
  public static final Problem BAD_REQUEST = new Problem(400, "Bad request");
  public static final Problem BAD_TOKEN = new Problem(401, "The access token is invalid");
  public static final Problem NOT_ALLOWED = new Problem(403, "This action is not allowed");
  public static final Problem NOT_FOUND = new Problem(404, "Record not found");
  public static final Problem TOO_SLOW = new Problem(408, "The request took too long to arrive");
  public static final Problem TOO_LARGE = new Problem(413, "The request is too large");
  public static final Problem INVALID = new Problem(422, "Record invalid");
  public static final Problem TOO_MANY = new Problem(429, "Too many requests");
  public static final Problem BROKEN =
      new Problem(500, "We're sorry, but something went wrong on our end.");

  /** Also the answer to a write of unknown outcome: repeating it with the same key is safe. */
  public static final Problem UNAVAILABLE =
      new Problem(503, "There was a temporary problem serving your request, please try again");

  private static final JsonMapper JSON = JsonMapper.shared();

  /** What a status means when its answer has no JSON body. */
  public static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> BAD_TOKEN;
      case 403 -> NOT_ALLOWED;
      case 404, 405, 406, 410 -> NOT_FOUND;
      case 413, 414, 431 -> TOO_LARGE;
      case 422 -> INVALID;
      case 429 -> TOO_MANY;
      case 502, 503, 504 -> UNAVAILABLE;
      default -> status >= 500 ? BROKEN : new Problem(status, BAD_REQUEST.error());
    };
  }

  /** Writes this problem as the whole answer. */
  public Mono<Void> answer(ServerWebExchange exchange) {
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(new IllegalStateException("answer: committed (expected: still open)"));
    }
    response.setStatusCode(HttpStatusCode.valueOf(status));
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.remove(HttpHeaders.TRANSFER_ENCODING);
    if (status == 503) {
      headers.set(HttpHeaders.RETRY_AFTER, "1");
    }
    byte[] body = JSON.writeValueAsString(Map.of("error", error)).getBytes(StandardCharsets.UTF_8);
    headers.setContentLength(body.length);
    if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
      return response.setComplete();
    }
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }
}
