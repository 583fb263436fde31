package isegoria.timeline.streaming.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may tune: the keys {@code isegoria.timeline.streaming.*}.
 *
 * @param streamsMax streams that this instance holds open, some 20 kB each; the web server holds
 *     8,192 connections, and calls need theirs
 */
@ConfigurationProperties("isegoria.timeline.streaming")
record StreamingProperties(@DefaultValue("6000") int streamsMax) {

  StreamingProperties {
    if (streamsMax < 0) {
      throw new IllegalArgumentException(
          "isegoria.timeline.streaming.streams-max: " + streamsMax + " (expected: >= 0)");
    }
  }
}
