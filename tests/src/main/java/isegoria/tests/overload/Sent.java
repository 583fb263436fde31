package isegoria.tests.overload;

import java.time.Duration;

/**
 * What became of a request.
 *
 * @param status of the answer; 0 when there was none
 * @param retryAfter whether it says when to come back
 * @param post the id of what was published, else empty
 * @param failure why there was no answer, else empty
 */
record Sent(Step step, int status, boolean retryAfter, Duration took, String post, String failure) {

  static Sent answered(Step step, int status, boolean retryAfter, Duration took, String post) {
    return new Sent(step, status, retryAfter, took, post, "");
  }

  static Sent failed(Step step, Duration took, String failure) {
    return new Sent(step, 0, false, took, "", failure);
  }

  boolean isSuccess() {
    return status == 200 && (!(step instanceof Step.Publish) || !post.isEmpty());
  }

  /** Sent away in the agreed way: later, please. */
  boolean isShed() {
    return status == 429 || (status == 503 && retryAfter);
  }
}
