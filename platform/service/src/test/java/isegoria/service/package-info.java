/** The beans that a service gets, and what it must not be started with. */
@NullMarked
package isegoria.service;

import org.jspecify.annotations.NullMarked;
