/**
 * How the service is put together: every bean, in one place, explicitly. Start reading at {@link
 * isegoria.post.config.Wiring}.
 */
@NullMarked
package isegoria.post.config;

import org.jspecify.annotations.NullMarked;
