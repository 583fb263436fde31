/**
 * Hashes, secrets and signatures: the one place that touches cryptography, and only through
 * well-tested implementations.
 */
@NullMarked
package isegoria.account.crypto;

import org.jspecify.annotations.NullMarked;
