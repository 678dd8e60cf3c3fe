package io.github.wfp4j.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One version of a struct, and the function that gives it.
 *
 * @param record the record of that version
 * @param struct its C type
 * @param function the C name of the function
 * @param call the function itself
 * @param <R> the record
 * @param <F> the shape that the functions of all versions share
 */
record Version<R, F>(Class<R> record, Struct<R> struct, String function, F call) {

    /**
     * {@return the version with a record}
     *
     * @param record the class of the record
     * @param all every version, the newest first
     * @throws IllegalArgumentException if there is none
     */
    @SuppressWarnings("unchecked") // the element whose class is the asked one is of that type
    static <R, F> Version<R, F> of(Class<R> record, List<Version<?, F>> all) {
        for (Version<?, F> version : all) {
            if (version.record == record) {
                return (Version<R, F>) version;
            }
        }
        throw unknown(record, all.stream().map(Version::record).toList());
    }

    /** {@return the exception for a class that is the one of no version} */
    static IllegalArgumentException unknown(Class<?> asked, List<? extends Class<?>> known) {
        return new IllegalArgumentException(
                known.stream()
                        .map(Class::getSimpleName)
                        .collect(
                                Collectors.joining(
                                        " or ", "version must be ", ": " + asked.getSimpleName())));
    }
}
