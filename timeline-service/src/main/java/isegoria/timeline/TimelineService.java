package isegoria.timeline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the timelines and the notifications. */
@SpringBootApplication(
    scanBasePackages = {
      "isegoria.timeline.decider",
      "isegoria.timeline.feed.config",
      "isegoria.timeline.feed.http",
      "isegoria.timeline.home.config",
      "isegoria.timeline.home.http",
      "isegoria.timeline.notification.config",
      "isegoria.timeline.notification.http",
      "isegoria.timeline.streaming.config",
      "isegoria.timeline.streaming.http"
    },
    proxyBeanMethods = false)
public class TimelineService {

  public static void main(String[] args) {
    SpringApplication.run(TimelineService.class, args);
  }
}
