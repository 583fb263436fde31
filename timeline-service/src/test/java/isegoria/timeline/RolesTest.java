package isegoria.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Which beans a process defines in its roles; none of them is made. */
final class RolesTest {

  private static final List<String> WRITING =
      List.of(
          "postView",
          "accountView",
          "homeView",
          "feedStreams",
          "notificationView",
          "notifyStreams",
          "conversationView",
          "converseStreams",
          "deciders");
  private static final List<String> SERVING =
      List.of(
          "sanctionTail",
          "rowCacheTail",
          "pages",
          "getHome",
          "homeFeed",
          "listTail",
          "listFeed",
          "accountFeed",
          "sharedFeedPages",
          "notificationList",
          "groupedNotificationList",
          "conversationList",
          "conversationEvents",
          "streamingResource",
          "streamedPosts",
          "streamPulse");
  private static final List<String> IN_ALL = List.of("recentLogTail", "relationTail");

  private static List<String> beans(Map<String, Object> keys) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("keys", keys));
    var beans = new DefaultListableBeanFactory();
    new AnnotatedBeanDefinitionReader(beans, environment).register(TimelineService.class);
    var processor = new ConfigurationClassPostProcessor();
    processor.setEnvironment(environment);
    processor.postProcessBeanDefinitionRegistry(beans);
    return Arrays.asList(beans.getBeanDefinitionNames());
  }

  private static List<String> beansOf(String roles) {
    return beans(Map.of("isegoria.timeline.roles", roles));
  }

  @Test
  void a_process_does_everything_unless_it_names_roles() {
    assertThat(beans(Map.of())).containsAll(WRITING).containsAll(SERVING).containsAll(IN_ALL);
    assertThat(beansOf("serve,materialize"))
        .containsAll(WRITING)
        .containsAll(SERVING)
        .doesNotContain("timelineCommands");
  }

  @Test
  void a_process_that_materializes_serves_nothing() {
    assertThat(beansOf("materialize"))
        .containsAll(WRITING)
        .containsAll(IN_ALL)
        .doesNotContainAnyElementsOf(SERVING);
  }

  @Test
  void a_process_that_serves_writes_nothing() {
    assertThat(beansOf("serve"))
        .containsAll(SERVING)
        .containsAll(IN_ALL)
        .contains("timelineCommands")
        .doesNotContainAnyElementsOf(WRITING);
  }

  @Test
  void a_role_that_is_none_stops_the_start() {
    assertThatThrownBy(() -> beansOf("server")).hasStackTraceContaining("isegoria.timeline.roles");
  }
}
