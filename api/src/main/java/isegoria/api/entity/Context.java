package isegoria.api.entity;

import java.util.List;

/** The thread around a post: what it answers, oldest first, and what answers it. */
@SnakeCase
public record Context(List<Status> ancestors, List<Status> descendants) {}
