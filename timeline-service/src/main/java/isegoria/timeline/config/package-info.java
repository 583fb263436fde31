/**
 * How the service is put together: its settings, and every bean by hand. Start reading at {@link
 * isegoria.timeline.config.Wiring}.
 */
@NullMarked
package isegoria.timeline.config;

import org.jspecify.annotations.NullMarked;
