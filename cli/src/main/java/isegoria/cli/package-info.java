/**
 * The operator's command line: a thin client of the services' internal routes, and the registry of
 * topics in words. It decides nothing. Start reading at {@link isegoria.cli.Isegoria}.
 */
@NullMarked
package isegoria.cli;

import org.jspecify.annotations.NullMarked;
