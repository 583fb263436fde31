@NullMarked
package isegoria.moderation.read.listing;

import org.jspecify.annotations.NullMarked;
