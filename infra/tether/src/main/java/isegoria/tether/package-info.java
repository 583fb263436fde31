/**
 * The main classes that every child process of the launcher starts with. They tie a child to its
 * parent's life and then call the real main class. Nothing here may depend on anything but the JDK,
 * and on no JDK newer than 17; start reading at {@link isegoria.tether.Tether}.
 */
@NullMarked
package isegoria.tether;

import org.jspecify.annotations.NullMarked;
