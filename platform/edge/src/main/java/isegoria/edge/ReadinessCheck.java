package isegoria.edge;

import java.util.function.BooleanSupplier;

/**
 * One thing that must hold before requests may come. A service declares a bean for each: that its
 * streams run, that its consumers have caught up.
 */
public record ReadinessCheck(String name, BooleanSupplier ready) {}
