package isegoria.timeline.streaming.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.live.OwnFeed;
import isegoria.timeline.feed.read.post.PostTables;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import isegoria.timeline.streaming.memory.FilterEvents;
import isegoria.timeline.streaming.memory.OpenFollows;
import isegoria.timeline.streaming.memory.OpenStreams;
import isegoria.timeline.streaming.memory.PostEvents;
import isegoria.timeline.streaming.memory.StreamPulse;
import isegoria.timeline.streaming.memory.StreamedPosts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What streams are made of, in processes that serve clients. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.SERVE)
@EnableConfigurationProperties(StreamingProperties.class)
class Streaming {

  @Bean
  OpenFollows openFollows(Readers readers) {
    return new OpenFollows(readers);
  }

  @Bean
  OpenStreams openStreams(StreamingProperties of, OpenFollows follows, MeterRegistry meters) {
    var streams = new OpenStreams(of.streamsMax(), follows);
    Gauge.builder("streams.open", streams, all -> all.all().size())
        .description("Streams that clients hold open at this instance")
        .register(meters);
    return streams;
  }

  @Bean
  PostEvents postEvents(
      OpenStreams streams,
      OpenFollows follows,
      Readers readers,
      Restrictions restrictions,
      OwnFeed home,
      PostTables posts,
      Pages pages) {
    return new PostEvents(streams, follows, readers, restrictions, home, posts, pages::live);
  }

  @Bean
  FilterEvents filterEvents(OpenStreams streams) {
    return new FilterEvents(streams);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  StreamedPosts streamedPosts(PostEvents events, OpenFollows follows, OpenStreams streams) {
    return new StreamedPosts(events, follows, streams);
  }

  @Bean
  StreamPulse streamPulse(OpenStreams streams, Restrictions restrictions) {
    return new StreamPulse(streams, restrictions);
  }
}
