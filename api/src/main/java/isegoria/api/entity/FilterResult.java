package isegoria.api.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a post is filtered for its viewer. */
@SnakeCase
public record FilterResult(
    Filter filter, @Nullable List<String> keywordMatches, @Nullable List<String> statusMatches) {}
