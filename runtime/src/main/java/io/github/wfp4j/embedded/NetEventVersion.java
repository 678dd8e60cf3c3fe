package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmNetEvent0;
import io.github.wfp4j.fwpm.FwpmNetEvent1;
import io.github.wfp4j.fwpm.FwpmNetEvent2;
import io.github.wfp4j.fwpm.FwpmNetEvent3;
import io.github.wfp4j.fwpm.FwpmNetEvent4;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmNetEventFlags;
import io.github.wfp4j.fwpm.FwpmNetEventHeader3;
import io.github.wfp4j.internal.codec.FwpmNetEvent0Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent1Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent2Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent3Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent4Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent5Codec;

import org.jspecify.annotations.Nullable;

/**
 * A version of the struct that tells of a network event; it shows what it knows (8.4).
 *
 * @param type its record
 * @param struct its codec
 * @param known the members of events that can be set in it
 */
record NetEventVersion<T extends Record>(Class<T> type, Struct<T> struct, FwpmNetEventFlags known) {
    private static final FwpmNetEventFlags OLDEST = new FwpmNetEventFlags(0x1FF);

    private static final FwpmNetEventFlags WITH_REASON =
            OLDEST.or(FwpmNetEventFlags.REAUTH_REASON_SET);

    private static final FwpmNetEventFlags WITH_PACKAGE =
            WITH_REASON.or(FwpmNetEventFlags.PACKAGE_ID_SET);

    private static final FwpmNetEventFlags ALL = new FwpmNetEventFlags(-1);

    static final NetEventVersion<FwpmNetEvent0> V0 =
            new NetEventVersion<>(
                    FwpmNetEvent0.class,
                    new Struct<>(
                            "FWPM_NET_EVENT0",
                            FwpmNetEvent0Codec.BYTE_SIZE,
                            FwpmNetEvent0Codec::read,
                            FwpmNetEvent0Codec::write,
                            FwpmNetEvent0Codec::extent),
                    OLDEST);

    static final NetEventVersion<FwpmNetEvent1> V1 =
            new NetEventVersion<>(
                    FwpmNetEvent1.class,
                    new Struct<>(
                            "FWPM_NET_EVENT1",
                            FwpmNetEvent1Codec.BYTE_SIZE,
                            FwpmNetEvent1Codec::read,
                            FwpmNetEvent1Codec::write,
                            FwpmNetEvent1Codec::extent),
                    WITH_REASON);

    static final NetEventVersion<FwpmNetEvent2> V2 =
            new NetEventVersion<>(
                    FwpmNetEvent2.class,
                    new Struct<>(
                            "FWPM_NET_EVENT2",
                            FwpmNetEvent2Codec.BYTE_SIZE,
                            FwpmNetEvent2Codec::read,
                            FwpmNetEvent2Codec::write,
                            FwpmNetEvent2Codec::extent),
                    WITH_PACKAGE);

    static final NetEventVersion<FwpmNetEvent3> V3 =
            new NetEventVersion<>(
                    FwpmNetEvent3.class,
                    new Struct<>(
                            "FWPM_NET_EVENT3",
                            FwpmNetEvent3Codec.BYTE_SIZE,
                            FwpmNetEvent3Codec::read,
                            FwpmNetEvent3Codec::write,
                            FwpmNetEvent3Codec::extent),
                    ALL);

    static final NetEventVersion<FwpmNetEvent4> V4 =
            new NetEventVersion<>(
                    FwpmNetEvent4.class,
                    new Struct<>(
                            "FWPM_NET_EVENT4",
                            FwpmNetEvent4Codec.BYTE_SIZE,
                            FwpmNetEvent4Codec::read,
                            FwpmNetEvent4Codec::write,
                            FwpmNetEvent4Codec::extent),
                    ALL);

    static final NetEventVersion<FwpmNetEvent5> V5 =
            new NetEventVersion<>(
                    FwpmNetEvent5.class,
                    new Struct<>(
                            "FWPM_NET_EVENT5",
                            FwpmNetEvent5Codec.BYTE_SIZE,
                            FwpmNetEvent5Codec::read,
                            FwpmNetEvent5Codec::write,
                            FwpmNetEvent5Codec::extent),
                    ALL);

    /** {@return what this version shows of an event, or null if it does not know its type} */
    @Nullable T of(FwpmNetEvent5 event) {
        FwpmNetEventHeader3 header = event.header();
        FwpmNetEventHeader3 shown =
                header.withFlags(new FwpmNetEventFlags(header.flags().bits() & known.bits()));
        boolean addressless = header.localAddr() instanceof FwpmNetEventHeader3.LocalAddr.None;
        return RecordConversion.reduce(
                event.withHeader(equals(V0) && addressless ? withNoAddress(shown) : shown), type);
    }

    /** {@return the header as a version says it that has only flags to tell of no address} */
    private static FwpmNetEventHeader3 withNoAddress(FwpmNetEventHeader3 header) {
        return new FwpmNetEventHeader3(
                header.timeStamp(),
                header.flags(),
                header.ipProtocol(),
                new FwpmNetEventHeader3.LocalAddr.V4(0),
                new FwpmNetEventHeader3.RemoteAddr.V4(0),
                header.localPort(),
                header.remotePort(),
                header.scopeId(),
                header.appId(),
                header.userId(),
                header.addressFamily(),
                header.packageSid(),
                header.enterpriseId(),
                header.policyFlags(),
                header.effectiveName());
    }
}
