/**
 * Facts and states to and from the contract, and what this service reads of others. Generated
 * classes appear in the codecs only.
 */
@NullMarked
package isegoria.moderation.kafka;

import org.jspecify.annotations.NullMarked;
