/** Checks which module may see which; reads the modules' compiled classes and depends on none. */
package io.duckgres.compat.arrows;
