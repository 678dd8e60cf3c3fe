package io.github.wfp4j.engine;

import java.util.List;

/**
 * One version of a struct, and the enumeration that gives views of it.
 *
 * @param view the class of the views
 * @param enumeration the enumeration
 */
record ViewVersion<V>(Class<V> view, Enumeration<V> enumeration) {

    /**
     * {@return the enumeration that gives views of a class}
     *
     * @param view the class
     * @param all every version, the newest first
     * @throws IllegalArgumentException if there is none
     */
    @SuppressWarnings("unchecked") // the element whose class is the asked one is of that type
    static <V> Enumeration<V> of(Class<V> view, List<ViewVersion<?>> all) {
        for (ViewVersion<?> version : all) {
            if (version.view == view) {
                return (Enumeration<V>) version.enumeration;
            }
        }
        throw Version.unknown(view, all.stream().map(ViewVersion::view).toList());
    }
}
