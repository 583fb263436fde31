package isegoria.edge;

import isegoria.api.entity.ApiError;
import isegoria.api.error.Problem;
import isegoria.cassandra.Cassandra;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Every failure of a request as the JSON that clients know. An unexpected exception is 500 with a
 * fixed text; its trace goes to the log without messages, which may quote what people wrote.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  static final String RETRY_AFTER_SECONDS = "1";

  /** The answer to a failure, or nothing when the client has disconnected. */
  @ExceptionHandler(Throwable.class)
  public @Nullable ResponseEntity<ApiError> answer(
      Throwable failed, HttpServletRequest request, HttpServletResponse response) {
    if (failed instanceof AsyncRequestNotUsableException || response.isCommitted()) {
      return null;
    }
    ApiException refused = refusal(failed);
    if (refused.status() == Problem.INTERNAL.status()) {
      LOG.error(
          "request failed: {} {}\n{}",
          request.getMethod(),
          RequestTrace.route(request),
          StackTraces.withoutMessages(failed));
    }
    var answer = ResponseEntity.status(refused.status()).contentType(MediaType.APPLICATION_JSON);
    if (refused.status() == Problem.UNAVAILABLE.status()) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (failed instanceof HttpRequestMethodNotSupportedException method) {
      answer.headers(method.getHeaders());
    }
    return answer.body(refused.body());
  }

  private static ApiException refusal(Throwable failed) {
    return switch (failed) {
      case ApiException refused -> refused;
      case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
      case HttpMessageNotReadableException _ -> new ApiException(Problem.BODY_NOT_READABLE);
      case MaxUploadSizeExceededException _ -> new ApiException(Problem.TOO_LARGE);
      case MultipartException _ -> new ApiException(Problem.BODY_NOT_READABLE);
      case MissingServletRequestParameterException missing ->
          ApiException.missing(missing.getParameterName());
      case MissingRequestValueException _ -> new ApiException(Problem.BODY_NOT_READABLE);
      case CompletionException wrapped when wrapped.getCause() != null ->
          refusal(wrapped.getCause());
      case ExecutionException wrapped when wrapped.getCause() != null ->
          refusal(wrapped.getCause());
      case RejectedExecutionException _, RetriableException _, InterruptedException _ ->
          ApiException.unavailable();
      case ErrorResponse response -> byStatus(response.getStatusCode().value());
      default ->
          Cassandra.mayPass(failed)
              ? ApiException.unavailable()
              : new ApiException(Problem.INTERNAL);
    };
  }

  /** A path that cannot name anything names nothing. */
  private static ApiException mismatch(MethodArgumentTypeMismatchException mismatch) {
    return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
        ? ApiException.notFound()
        : ApiException.wrong(mismatch.getName(), "of another type");
  }

  static ApiException byStatus(int status) {
    return switch (status) {
      case 400 -> new ApiException(Problem.BODY_NOT_READABLE);
      case 401 -> new ApiException(Problem.TOKEN_INVALID);
      case 403 -> new ApiException(Problem.NOT_ALLOWED);
      case 404 -> ApiException.notFound();
      case 405 -> new ApiException(Problem.METHOD_NOT_ALLOWED);
      case 413, 414, 431 -> new ApiException(status, Problem.TOO_LARGE.body());
      case 415 -> new ApiException(Problem.CONTENT_TYPE_UNKNOWN);
      case 422 -> new ApiException(Problem.INVALID);
      case 429 -> new ApiException(Problem.TOO_MANY_REQUESTS);
      case 503 -> ApiException.unavailable();
      default ->
          status < 500
              ? new ApiException(status, Problem.BODY_NOT_READABLE.body())
              : new ApiException(Problem.INTERNAL);
    };
  }
}
