/** The configuration of this process, and how its parts are made. */
@NullMarked
package isegoria.moderation.config;

import org.jspecify.annotations.NullMarked;
