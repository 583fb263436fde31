/**
 * The small world of a development system: a handful of people with names, posts and follows, made
 * through the public client API and nothing else. Start reading at {@link
 * isegoria.infra.seed.Seed}.
 */
@NullMarked
package isegoria.infra.seed;

import org.jspecify.annotations.NullMarked;
