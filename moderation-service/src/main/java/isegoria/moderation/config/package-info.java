/** Everything put together: what this process may be told, and how its parts are made. */
@NullMarked
package isegoria.moderation.config;

import org.jspecify.annotations.NullMarked;
