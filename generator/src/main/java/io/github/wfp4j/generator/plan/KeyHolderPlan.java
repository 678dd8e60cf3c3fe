package io.github.wfp4j.generator.plan;

import java.util.List;

/**
 * A holder of well-known keys of one kind.
 *
 * @param type the holder
 * @param key the kind of key
 * @param prefix what the C names begin with
 * @param keys the keys in order of their C names
 */
public record KeyHolderPlan(JavaType type, JavaType key, String prefix, List<KeyPlan> keys) {
    /**
     * A well-known key.
     *
     * @param cName the C name
     * @param name the Java constant
     * @param low the first eight bytes in memory
     * @param high the last eight bytes in memory
     * @param aliasOf the C name that it is another name of; empty for none
     * @param withdrawn whether the newest headers have it no more
     * @param since the version condition of the headers; empty for always
     */
    public record KeyPlan(
            String cName,
            String name,
            long low,
            long high,
            String aliasOf,
            boolean withdrawn,
            String since) {}
}
