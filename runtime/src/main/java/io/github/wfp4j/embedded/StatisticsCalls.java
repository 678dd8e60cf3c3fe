package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.internal.abi.StatisticsFunctions;
import io.github.wfp4j.internal.codec.IkeextStatistics0Codec;
import io.github.wfp4j.internal.codec.IkeextStatistics1Codec;
import io.github.wfp4j.internal.codec.IpsecStatistics0Codec;
import io.github.wfp4j.internal.codec.IpsecStatistics1Codec;
import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The functions that count (9).
 *
 * <p>Security associations are all that there is to count: no packets pass here, and no keying
 * module negotiates.
 */
final class StatisticsCalls implements StatisticsFunctions {
    private final Core core;

    StatisticsCalls(Core core) {
        this.core = core;
    }

    @Override
    public int IPsecGetStatistics0(MemorySegment engineHandle, MemorySegment ipsecStatistics) {
        return ipsec(
                engineHandle,
                ipsecStatistics,
                IpsecStatistics0Codec.BYTE_SIZE,
                (slab, offset) ->
                        IpsecStatistics0Codec.write(
                                SaVersions.toOldest(counts().statistics()), slab, offset));
    }

    @Override
    public int IPsecGetStatistics1(MemorySegment engineHandle, MemorySegment ipsecStatistics) {
        return ipsec(
                engineHandle,
                ipsecStatistics,
                IpsecStatistics1Codec.BYTE_SIZE,
                (slab, offset) -> IpsecStatistics1Codec.write(counts().statistics(), slab, offset));
    }

    private SaCounts counts() {
        return new SaCounts(core.store().saContexts, core.options().clock().instant());
    }

    /** Writes one version of the counts to a slab. */
    private interface Writing {
        void write(Slab out, long offset);
    }

    private int ipsec(
            MemorySegment engineHandle, MemorySegment statistics, long size, Writing writing) {
        return core.calls()
                .read(
                        engineHandle,
                        session -> {
                            EngineFailure.unless(
                                    session.transaction() == null, ErrorCode.FWP_E_TXN_IN_PROGRESS);
                            MemorySegment out =
                                    Arguments.target(
                                            statistics, size, Long.BYTES, "ipsecStatistics");
                            try (Arena arena = Arena.ofConfined()) {
                                Slab slab = Slab.allocate(size, arena);
                                writing.write(slab, slab.reserve(size));
                                out.copyFrom(slab.memory().asSlice(0, size));
                            }
                        });
    }

    @Override
    public int IkeextGetStatistics0(MemorySegment engineHandle, MemorySegment ikeextStatistics) {
        return zeros(
                core,
                Container.IKE_SA_DATABASE,
                engineHandle,
                ikeextStatistics,
                IkeextStatistics0Codec.BYTE_SIZE,
                IkeextStatistics0Codec.BYTE_ALIGNMENT);
    }

    @Override
    public int IkeextGetStatistics1(MemorySegment engineHandle, MemorySegment ikeextStatistics) {
        return zeros(
                core,
                Container.IKE_SA_DATABASE,
                engineHandle,
                ikeextStatistics,
                IkeextStatistics1Codec.BYTE_SIZE,
                IkeextStatistics1Codec.BYTE_ALIGNMENT);
    }

    /** Hands out counts of what never happens here. */
    static int zeros(
            Core core,
            Container container,
            MemorySegment engineHandle,
            MemorySegment statistics,
            long size,
            long alignment) {
        return core.calls()
                .read(
                        engineHandle,
                        session -> {
                            core.access()
                                    .require(session.caller(), container, FwpmActrl.READ_STATS);
                            Arguments.target(statistics, size, alignment, "statistics")
                                    .fill((byte) 0);
                        });
    }
}
