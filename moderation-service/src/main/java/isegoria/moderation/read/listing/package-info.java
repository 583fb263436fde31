/**
 * Ids in a scope, newest first, in partitions of a day: how every list of this service is paged.
 */
@NullMarked
package isegoria.moderation.read.listing;

import org.jspecify.annotations.NullMarked;
