package io.github.wfp4j.scenarios;

import io.github.wfp4j.ipsec.IpsecSaIdleTimeout0;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.types.Unsigned;

/**
 * How long what was negotiated holds.
 *
 * @param mainModeSeconds the life of a main mode security association: seconds, not 0
 * @param quickModeSeconds the life of a quick mode one: seconds, not 0
 * @param quickModeKilobytes how much it protects: kilobytes, 0 for no limit
 * @param quickModePackets how much it protects: packets, 0 for no limit and no protection against
 *     replay
 * @param idleSeconds the time without traffic after which one goes: seconds, 0 for never
 * @param idleFailOverSeconds the same where the peer is a cluster: seconds
 * @param allowClearSeconds for how long clear packets are still accepted once there is a security
 *     association, where negotiation discovery is on: seconds
 */
public record Lifetimes(
        long mainModeSeconds,
        long quickModeSeconds,
        long quickModeKilobytes,
        long quickModePackets,
        long idleSeconds,
        long idleFailOverSeconds,
        long allowClearSeconds) {
    /** Those of Microsoft's transport mode sample. */
    public static final Lifetimes DEFAULT =
            new Lifetimes(28_800, 3600, 100_000, 0x7FFF_FFFF, 300, 60, 10);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is no {@code UINT32}, or is 0 and must not be
     */
    public Lifetimes {
        requirePositive(mainModeSeconds, "mainModeSeconds");
        requirePositive(quickModeSeconds, "quickModeSeconds");
        Unsigned.requireUint32(quickModeKilobytes, "quickModeKilobytes");
        Unsigned.requireUint32(quickModePackets, "quickModePackets");
        Unsigned.requireUint32(idleSeconds, "idleSeconds");
        Unsigned.requireUint32(idleFailOverSeconds, "idleFailOverSeconds");
        Unsigned.requireUint32(allowClearSeconds, "allowClearSeconds");
    }

    private static void requirePositive(long seconds, String name) {
        if (seconds < 1 || seconds > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException(name + " must be in 1..4294967295: " + seconds);
        }
    }

    /**
     * {@return a copy with another time for which clear packets are still accepted}
     *
     * @param allowClearSeconds seconds
     */
    public Lifetimes withAllowClearSeconds(long allowClearSeconds) {
        return new Lifetimes(
                mainModeSeconds,
                quickModeSeconds,
                quickModeKilobytes,
                quickModePackets,
                idleSeconds,
                idleFailOverSeconds,
                allowClearSeconds);
    }

    /** Of quick mode. */
    IpsecSaLifetime0 quickMode() {
        return new IpsecSaLifetime0(quickModeSeconds, quickModeKilobytes, quickModePackets);
    }

    /** Without traffic. */
    IpsecSaIdleTimeout0 idle() {
        return new IpsecSaIdleTimeout0(idleSeconds, idleFailOverSeconds);
    }
}
