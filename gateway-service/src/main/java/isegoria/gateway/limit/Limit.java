package isegoria.gateway.limit;

import java.time.Duration;

/** So many requests in a period, counted per subject. The numbers are those that clients expect. */
enum Limit {
  USER(1500, Duration.ofMinutes(5)),
  TOKEN(300, Duration.ofMinutes(5)),
  ADDRESS(300, Duration.ofMinutes(5)),
  /** Counted apart from what is asked without one: others share the address. */
  BAD_TOKEN(300, Duration.ofMinutes(5)),
  PAGING(300, Duration.ofMinutes(15)),
  DELETE(30, Duration.ofMinutes(30)),
  MEDIA(30, Duration.ofMinutes(30)),
  SIGN_UP(5, Duration.ofMinutes(30)),
  APP(5, Duration.ofMinutes(10)),
  LOG_IN(25, Duration.ofMinutes(5));

  private final int requestsMax;
  private final Duration period;

  Limit(int requestsMax, Duration period) {
    this.requestsMax = requestsMax;
    this.period = period;
  }

  int requestsMax() {
    return requestsMax;
  }

  Duration period() {
    return period;
  }
}
