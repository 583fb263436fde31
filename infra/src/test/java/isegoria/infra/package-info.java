/** Tests of the launcher that need no processes; the system itself is tested in tests. */
@NullMarked
package isegoria.infra;

import org.jspecify.annotations.NullMarked;
