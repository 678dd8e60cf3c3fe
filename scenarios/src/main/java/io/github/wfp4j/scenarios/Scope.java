package io.github.wfp4j.scenarios;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a policy scenario is to cover.
 *
 * @param keyingModules the keying modules that may negotiate, at least one; the choice holds for
 *     main mode and quick mode
 * @param ipVersions the versions that get filters, at least one. Take both where you can: a
 *     dual-mode socket may show its IPv4 traffic at the IPv6 layers of ALE only
 */
public record Scope(Set<KeyingModule> keyingModules, Set<IpVersion> ipVersions) {
    /** Both keying modules, both versions. */
    public static final Scope ALL =
            new Scope(EnumSet.allOf(KeyingModule.class), EnumSet.allOf(IpVersion.class));

    /**
     * Copies the sets; the copies iterate in the order of the constants.
     *
     * @throws IllegalArgumentException if a set is empty
     */
    public Scope {
        keyingModules = copy(keyingModules, KeyingModule.class, "keyingModules");
        ipVersions = copy(ipVersions, IpVersion.class, "ipVersions");
    }

    private static <E extends Enum<E>> Set<E> copy(Set<E> set, Class<E> type, String name) {
        if (set.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(set);
        return Collections.unmodifiableSet(copy);
    }
}
