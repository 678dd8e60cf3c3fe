package io.github.wfp4j.engine;

import io.github.wfp4j.ikeext.IkeextStatistics0;
import io.github.wfp4j.ikeext.IkeextStatistics1;
import io.github.wfp4j.internal.abi.StatisticsFunctions;
import io.github.wfp4j.internal.codec.IkeextStatistics0Codec;
import io.github.wfp4j.internal.codec.IkeextStatistics1Codec;
import io.github.wfp4j.internal.codec.IpsecDospStatistics0Codec;
import io.github.wfp4j.internal.codec.IpsecStatistics0Codec;
import io.github.wfp4j.internal.codec.IpsecStatistics1Codec;
import io.github.wfp4j.ipsec.IpsecDospStatistics0;
import io.github.wfp4j.ipsec.IpsecStatistics0;
import io.github.wfp4j.ipsec.IpsecStatistics1;

import java.util.List;

/**
 * The counters of IPsec and its keying modules since the engine's service started.
 *
 * <p>Threads and lifetime are as for the {@link Engine}, and so are the errors that every method
 * may throw.
 */
public final class Statistics {
    private final Calls calls;
    private final StatisticsFunctions functions;

    Statistics(Calls calls) {
        this.calls = calls;
        this.functions = calls.functions().statistics();
    }

    /**
     * {@return the counters of IPsec, in the newest version of their struct}
     *
     * @throws TransactionException within a transaction
     */
    public IpsecStatistics1 ipsec() {
        return ipsec(IpsecStatistics1.class);
    }

    /**
     * {@return the counters of IPsec, in a chosen version of their struct}
     *
     * <p>C: {@code IPsecGetStatistics0} and {@code IPsecGetStatistics1}.
     *
     * @param <R> the struct in that version
     * @param version the class of {@link IpsecStatistics1} or {@link IpsecStatistics0}
     * @throws TransactionException within a transaction
     * @throws IllegalArgumentException if the class is another one
     */
    public <R> R ipsec(Class<R> version) {
        Version<R, Calls.Into> found = Version.of(version, ipsecVersions());
        return calls.fill(found.function(), found.struct(), found.call());
    }

    private List<Version<?, Calls.Into>> ipsecVersions() {
        return List.of(
                new Version<>(
                        IpsecStatistics1.class,
                        new Struct<>(
                                "IPSEC_STATISTICS1",
                                IpsecStatistics1Codec.BYTE_SIZE,
                                IpsecStatistics1Codec::decode),
                        "IPsecGetStatistics1",
                        functions::IPsecGetStatistics1),
                new Version<>(
                        IpsecStatistics0.class,
                        new Struct<>(
                                "IPSEC_STATISTICS0",
                                IpsecStatistics0Codec.BYTE_SIZE,
                                IpsecStatistics0Codec::decode),
                        "IPsecGetStatistics0",
                        functions::IPsecGetStatistics0));
    }

    /** {@return the counters of IKE, AuthIP and IKEv2, in the newest version of their struct} */
    public IkeextStatistics1 ike() {
        return ike(IkeextStatistics1.class);
    }

    /**
     * {@return the counters of IKE, AuthIP and IKEv2, in a chosen version of their struct}
     *
     * <p>C: {@code IkeextGetStatistics0} and {@code IkeextGetStatistics1}.
     *
     * @param <R> the struct in that version
     * @param version the class of {@link IkeextStatistics1} or {@link IkeextStatistics0}
     * @throws IllegalArgumentException if the class is another one
     */
    public <R> R ike(Class<R> version) {
        Version<R, Calls.Into> found = Version.of(version, ikeVersions());
        return calls.fill(found.function(), found.struct(), found.call());
    }

    private List<Version<?, Calls.Into>> ikeVersions() {
        return List.of(
                new Version<>(
                        IkeextStatistics1.class,
                        new Struct<>(
                                "IKEEXT_STATISTICS1",
                                IkeextStatistics1Codec.BYTE_SIZE,
                                IkeextStatistics1Codec::decode),
                        "IkeextGetStatistics1",
                        functions::IkeextGetStatistics1),
                new Version<>(
                        IkeextStatistics0.class,
                        new Struct<>(
                                "IKEEXT_STATISTICS0",
                                IkeextStatistics0Codec.BYTE_SIZE,
                                IkeextStatistics0Codec::decode),
                        "IkeextGetStatistics0",
                        functions::IkeextGetStatistics0));
    }

    /**
     * {@return the counters of IPsec's protection against denial of service}
     *
     * <p>C: {@code IPsecDospGetStatistics0}.
     */
    public IpsecDospStatistics0 dosProtection() {
        return calls.fill(
                "IPsecDospGetStatistics0",
                new Struct<>(
                        "IPSEC_DOSP_STATISTICS0",
                        IpsecDospStatistics0Codec.BYTE_SIZE,
                        IpsecDospStatistics0Codec::decode),
                calls.functions().dosp()::IPsecDospGetStatistics0);
    }
}
