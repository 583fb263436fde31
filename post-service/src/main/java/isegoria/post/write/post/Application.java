package isegoria.post.write.post;

import org.jspecify.annotations.Nullable;

/** The client that a post was written with, as its readers see it. */
public record Application(String name, @Nullable String website) {}
