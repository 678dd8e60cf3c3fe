package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a policy scenario is to cover.
 *
 * @param keyingModules the keying modules that may negotiate, at least one; the choice holds for
 *     main mode and quick mode (C03)
 * @param ipVersions the versions that get filters, at least one. Take both where you can: a
 *     dual-mode socket may show its IPv4 traffic at the IPv6 layers of ALE only (C12)
 * @param coverage which packets the filters are for
 * @param placement whose the objects are, and where the filters go
 */
public record Scope(
        Set<KeyingModule> keyingModules,
        Set<IpVersion> ipVersions,
        Coverage coverage,
        Placement placement) {
    /** The two keying modules that the pages know, and both versions. */
    public static final Scope DEFAULT =
            new Scope(
                    EnumSet.of(KeyingModule.IKE, KeyingModule.AUTHIP),
                    EnumSet.allOf(IpVersion.class));

    /**
     * Copies the sets; the copies iterate in the order of the constants.
     *
     * @throws IllegalArgumentException if a set is empty
     */
    public Scope {
        keyingModules = copy(keyingModules, KeyingModule.class, "keyingModules");
        ipVersions = copy(ipVersions, IpVersion.class, "ipVersions");
        requireNonNull(coverage, "coverage");
        requireNonNull(placement, "placement");
    }

    /**
     * Makes one that covers what the pages say, with our provider.
     *
     * @param keyingModules the keying modules that may negotiate
     * @param ipVersions the versions that get filters
     * @throws IllegalArgumentException if a set is empty
     */
    public Scope(Set<KeyingModule> keyingModules, Set<IpVersion> ipVersions) {
        this(keyingModules, ipVersions, Coverage.UNICAST, Placement.DEFAULT);
    }

    /**
     * {@return a copy with other keying modules}
     *
     * @param keyingModules the keying modules that may negotiate
     * @throws IllegalArgumentException if there is none
     */
    public Scope withKeyingModules(Set<KeyingModule> keyingModules) {
        return new Scope(keyingModules, ipVersions, coverage, placement);
    }

    /**
     * {@return a copy with other versions}
     *
     * @param ipVersions the versions that get filters
     * @throws IllegalArgumentException if there is none
     */
    public Scope withIpVersions(Set<IpVersion> ipVersions) {
        return new Scope(keyingModules, ipVersions, coverage, placement);
    }

    /**
     * {@return a copy for other packets}
     *
     * @param coverage which packets the filters are for
     */
    public Scope withCoverage(Coverage coverage) {
        return new Scope(keyingModules, ipVersions, coverage, placement);
    }

    /**
     * {@return a copy that goes elsewhere}
     *
     * @param placement whose the objects are, and where the filters go
     */
    public Scope withPlacement(Placement placement) {
        return new Scope(keyingModules, ipVersions, coverage, placement);
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
