/**
 * More than a running system can do, from outside: how much it takes, what it says to the rest, and
 * whether it keeps what it acknowledged meanwhile. Start reading at {@link
 * isegoria.tests.overload.OverloadRun}.
 */
@NullMarked
package isegoria.tests.overload;

import org.jspecify.annotations.NullMarked;
