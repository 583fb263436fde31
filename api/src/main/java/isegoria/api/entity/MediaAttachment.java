package isegoria.api.entity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A picture, a video or a sound of a post. */
@SnakeCase
public record MediaAttachment(
    String id,
    String type,
    @Nullable String url,
    @Nullable String previewUrl,
    @Nullable String remoteUrl,
    @Nullable String previewRemoteUrl,
    @Nullable String textUrl,
    @Nullable Map<String, Object> meta,
    @Nullable String description,
    @Nullable String blurhash) {}
