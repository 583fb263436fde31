/**
 * Servers that others build feeds on, as child processes on the loopback, so that they can be
 * measured beside ours. Start reading at {@link isegoria.benchmarks.server.Server}.
 */
@NullMarked
package isegoria.benchmarks.server;

import org.jspecify.annotations.NullMarked;
