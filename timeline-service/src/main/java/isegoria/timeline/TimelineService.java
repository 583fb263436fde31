package isegoria.timeline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the timelines. */
@SpringBootApplication(
    scanBasePackages = {
      "isegoria.timeline.feed.config",
      "isegoria.timeline.feed.http",
      "isegoria.timeline.home.config",
      "isegoria.timeline.home.http"
    },
    proxyBeanMethods = false)
public class TimelineService {

  public static void main(String[] args) {
    SpringApplication.run(TimelineService.class, args);
  }
}
