package isegoria.api.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registered app, without its secret. */
@SnakeCase
public record Application(
    String id,
    String name,
    @Nullable String website,
    List<String> scopes,
    List<String> redirectUris,
    String redirectUri,
    String vapidKey) {}
