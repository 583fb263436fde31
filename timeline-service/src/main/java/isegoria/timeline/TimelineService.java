package isegoria.timeline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the timelines, the notifications and the conversations. */
@SpringBootApplication(
    scanBasePackages = {
      "isegoria.timeline.decider",
      "isegoria.timeline.feed.config",
      "isegoria.timeline.feed.http",
      "isegoria.timeline.home.config",
      "isegoria.timeline.home.http",
      "isegoria.timeline.notification.config",
      "isegoria.timeline.notification.http",
      "isegoria.timeline.conversation.config",
      "isegoria.timeline.conversation.http",
      "isegoria.timeline.streaming.config",
      "isegoria.timeline.streaming.http"
    },
    proxyBeanMethods = false)
public class TimelineService {

  public static void main(String[] args) {
    SpringApplication.run(TimelineService.class, args);
  }
}
