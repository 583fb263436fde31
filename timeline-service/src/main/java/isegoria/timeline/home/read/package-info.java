/**
 * Home feeds, as one function of everything that was posted and of the reader's relations now, and
 * the pages cut out of it. Whatever caches it lives elsewhere and may be lost. Start reading at
 * {@link isegoria.timeline.home.read.HomeDefinition}.
 */
@NullMarked
package isegoria.timeline.home.read;

import org.jspecify.annotations.NullMarked;
