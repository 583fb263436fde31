/**
 * The launcher: starts every process of the platform on one machine, watches them, and stops them.
 * It knows ports, files and topics, and nothing of what the services do. Start reading at {@link
 * isegoria.infra.Dev}, the command line, and {@link isegoria.infra.DevSystem}, the library that
 * tests use too.
 */
@NullMarked
package isegoria.infra;

import org.jspecify.annotations.NullMarked;
