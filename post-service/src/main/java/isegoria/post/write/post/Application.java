package isegoria.post.write.post;

import org.jspecify.annotations.Nullable;

/** The client that a post was written with, as its readers are told. */
public record Application(String name, @Nullable String website) {}
