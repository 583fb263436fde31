package isegoria.api.entity;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Defaults for composing and reading, under keys with colons. */
@SnakeCase
public record Preferences(
    @JsonProperty("posting:default:visibility") Visibility visibility,
    @JsonProperty("posting:default:sensitive") boolean sensitive,
    @JsonProperty("posting:default:language") @Nullable String language,
    @JsonProperty("posting:default:quote_policy") String quotePolicy,
    @JsonProperty("reading:expand:media") String expandMedia,
    @JsonProperty("reading:expand:spoilers") boolean expandSpoilers,
    @JsonProperty("reading:autoplay:gifs") boolean autoplayGifs) {}
