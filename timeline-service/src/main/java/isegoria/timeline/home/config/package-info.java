/**
 * How home feeds are put together, by role. Start reading at {@link
 * isegoria.timeline.home.config.HomePages}.
 */
@NullMarked
package isegoria.timeline.home.config;

import org.jspecify.annotations.NullMarked;
