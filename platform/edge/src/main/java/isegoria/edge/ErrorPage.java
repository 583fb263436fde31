package isegoria.edge;

import isegoria.api.entity.ApiError;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors of the servlet container itself, as JSON too. */
@RestController
public final class ErrorPage implements ErrorController {

  /** Answers the container's forward with the status it chose. */
  @RequestMapping("/error")
  public ResponseEntity<ApiError> showError(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    ApiException refused = ProblemAdvice.byStatus(status instanceof Integer code ? code : 404);
    var answer = ResponseEntity.status(refused.status()).contentType(MediaType.APPLICATION_JSON);
    if (refused.status() == 503) {
      answer.header(HttpHeaders.RETRY_AFTER, ProblemAdvice.RETRY_AFTER_SECONDS);
    }
    return answer.body(refused.body());
  }
}
