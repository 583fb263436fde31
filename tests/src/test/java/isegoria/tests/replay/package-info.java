/** What the replay proof is made of, without a running system. */
@NullMarked
package isegoria.tests.replay;

import org.jspecify.annotations.NullMarked;
