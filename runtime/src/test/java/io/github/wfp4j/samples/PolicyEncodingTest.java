package io.github.wfp4j.samples;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmNetEvent0;
import io.github.wfp4j.fwpm.FwpmNetEvent1;
import io.github.wfp4j.fwpm.FwpmNetEvent2;
import io.github.wfp4j.fwpm.FwpmNetEvent3;
import io.github.wfp4j.fwpm.FwpmNetEvent4;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.ikeext.IkeextSaDetails2;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent0Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent1Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent2Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent3Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent4Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent5Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext1Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext2Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext3Codec;
import io.github.wfp4j.internal.codec.IkeextSaDetails2Codec;
import io.github.wfp4j.internal.codec.IpsecSaBundle0Codec;
import io.github.wfp4j.internal.codec.IpsecSaBundle1Codec;
import io.github.wfp4j.internal.codec.IpsecSaContext1Codec;
import io.github.wfp4j.internal.codec.IpsecSaDetails0Codec;
import io.github.wfp4j.internal.codec.IpsecSaDetails1Codec;
import io.github.wfp4j.ipsec.IpsecSaBundle0;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaDetails0;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmNetEvent0View;
import io.github.wfp4j.view.FwpmNetEvent1View;
import io.github.wfp4j.view.FwpmNetEvent2View;
import io.github.wfp4j.view.FwpmNetEvent3View;
import io.github.wfp4j.view.FwpmNetEvent4View;
import io.github.wfp4j.view.FwpmNetEvent5View;
import io.github.wfp4j.view.FwpmProviderContext0View;
import io.github.wfp4j.view.FwpmProviderContext1View;
import io.github.wfp4j.view.FwpmProviderContext2View;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.IkeextSaDetails2View;
import io.github.wfp4j.view.IpsecSaBundle0View;
import io.github.wfp4j.view.IpsecSaBundle1View;
import io.github.wfp4j.view.IpsecSaContext1View;
import io.github.wfp4j.view.IpsecSaDetails0View;
import io.github.wfp4j.view.IpsecSaDetails1View;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Filters, provider contexts with all their policies, security associations and network events come
 * back from memory as they were: decoded, through a view, and read by a C program compiled from the
 * headers, which follows no pointer that leaves the block or is misaligned.
 *
 * <p>{@code RoundTripTest} does the same for every struct with fewer values.
 */
final class PolicyEncodingTest {
    private static final int TRIES = 2_000;

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void fwpmFilter0(@ForAll("fwpmFilter0") FwpmFilter0 value) {
        Samples.survives(
                value,
                FwpmFilter0Codec::encode,
                FwpmFilter0Codec::decode,
                FwpmFilter0View::new,
                FwpmFilter0Samples::agree);
    }

    @Provide("fwpmFilter0")
    Arbitrary<FwpmFilter0> anyFwpmFilter0() {
        return FwpmFilter0Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void fwpmProviderContext0(@ForAll("fwpmProviderContext0") FwpmProviderContext0 value) {
        Samples.survives(
                value,
                FwpmProviderContext0Codec::encode,
                FwpmProviderContext0Codec::decode,
                FwpmProviderContext0View::new,
                FwpmProviderContext0Samples::agree);
    }

    @Provide("fwpmProviderContext0")
    Arbitrary<FwpmProviderContext0> anyFwpmProviderContext0() {
        return FwpmProviderContext0Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void fwpmProviderContext1(@ForAll("fwpmProviderContext1") FwpmProviderContext1 value) {
        Samples.survives(
                value,
                FwpmProviderContext1Codec::encode,
                FwpmProviderContext1Codec::decode,
                FwpmProviderContext1View::new,
                FwpmProviderContext1Samples::agree);
    }

    @Provide("fwpmProviderContext1")
    Arbitrary<FwpmProviderContext1> anyFwpmProviderContext1() {
        return FwpmProviderContext1Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void fwpmProviderContext2(@ForAll("fwpmProviderContext2") FwpmProviderContext2 value) {
        Samples.survives(
                value,
                FwpmProviderContext2Codec::encode,
                FwpmProviderContext2Codec::decode,
                FwpmProviderContext2View::new,
                FwpmProviderContext2Samples::agree);
    }

    @Provide("fwpmProviderContext2")
    Arbitrary<FwpmProviderContext2> anyFwpmProviderContext2() {
        return FwpmProviderContext2Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void fwpmProviderContext3(@ForAll("fwpmProviderContext3") FwpmProviderContext3 value) {
        Samples.survives(
                value,
                FwpmProviderContext3Codec::encode,
                FwpmProviderContext3Codec::decode,
                FwpmProviderContext3View::new,
                FwpmProviderContext3Samples::agree);
    }

    @Provide("fwpmProviderContext3")
    Arbitrary<FwpmProviderContext3> anyFwpmProviderContext3() {
        return FwpmProviderContext3Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void ipsecSaBundle0(@ForAll("ipsecSaBundle0") IpsecSaBundle0 value) {
        Samples.survives(
                value,
                IpsecSaBundle0Codec::encode,
                IpsecSaBundle0Codec::decode,
                IpsecSaBundle0View::new,
                IpsecSaBundle0Samples::agree);
    }

    @Provide("ipsecSaBundle0")
    Arbitrary<IpsecSaBundle0> anyIpsecSaBundle0() {
        return IpsecSaBundle0Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void ipsecSaBundle1(@ForAll("ipsecSaBundle1") IpsecSaBundle1 value) {
        Samples.survives(
                value,
                IpsecSaBundle1Codec::encode,
                IpsecSaBundle1Codec::decode,
                IpsecSaBundle1View::new,
                IpsecSaBundle1Samples::agree);
    }

    @Provide("ipsecSaBundle1")
    Arbitrary<IpsecSaBundle1> anyIpsecSaBundle1() {
        return IpsecSaBundle1Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void ipsecSaDetails0(@ForAll("ipsecSaDetails0") IpsecSaDetails0 value) {
        Samples.survives(
                value,
                IpsecSaDetails0Codec::encode,
                IpsecSaDetails0Codec::decode,
                IpsecSaDetails0View::new,
                IpsecSaDetails0Samples::agree);
    }

    @Provide("ipsecSaDetails0")
    Arbitrary<IpsecSaDetails0> anyIpsecSaDetails0() {
        return IpsecSaDetails0Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void ipsecSaDetails1(@ForAll("ipsecSaDetails1") IpsecSaDetails1 value) {
        Samples.survives(
                value,
                IpsecSaDetails1Codec::encode,
                IpsecSaDetails1Codec::decode,
                IpsecSaDetails1View::new,
                IpsecSaDetails1Samples::agree);
    }

    @Provide("ipsecSaDetails1")
    Arbitrary<IpsecSaDetails1> anyIpsecSaDetails1() {
        return IpsecSaDetails1Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void ipsecSaContext1(@ForAll("ipsecSaContext1") IpsecSaContext1 value) {
        Samples.survives(
                value,
                IpsecSaContext1Codec::encode,
                IpsecSaContext1Codec::decode,
                IpsecSaContext1View::new,
                IpsecSaContext1Samples::agree);
    }

    @Provide("ipsecSaContext1")
    Arbitrary<IpsecSaContext1> anyIpsecSaContext1() {
        return IpsecSaContext1Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void ikeextSaDetails2(@ForAll("ikeextSaDetails2") IkeextSaDetails2 value) {
        Samples.survives(
                value,
                IkeextSaDetails2Codec::encode,
                IkeextSaDetails2Codec::decode,
                IkeextSaDetails2View::new,
                IkeextSaDetails2Samples::agree);
    }

    @Provide("ikeextSaDetails2")
    Arbitrary<IkeextSaDetails2> anyIkeextSaDetails2() {
        return IkeextSaDetails2Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void fwpmNetEvent0(@ForAll("fwpmNetEvent0") FwpmNetEvent0 value) {
        Samples.survives(
                value,
                FwpmNetEvent0Codec::encode,
                FwpmNetEvent0Codec::decode,
                FwpmNetEvent0View::new,
                FwpmNetEvent0Samples::agree);
    }

    @Provide("fwpmNetEvent0")
    Arbitrary<FwpmNetEvent0> anyFwpmNetEvent0() {
        return FwpmNetEvent0Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void fwpmNetEvent1(@ForAll("fwpmNetEvent1") FwpmNetEvent1 value) {
        Samples.survives(
                value,
                FwpmNetEvent1Codec::encode,
                FwpmNetEvent1Codec::decode,
                FwpmNetEvent1View::new,
                FwpmNetEvent1Samples::agree);
    }

    @Provide("fwpmNetEvent1")
    Arbitrary<FwpmNetEvent1> anyFwpmNetEvent1() {
        return FwpmNetEvent1Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void fwpmNetEvent2(@ForAll("fwpmNetEvent2") FwpmNetEvent2 value) {
        Samples.survives(
                value,
                FwpmNetEvent2Codec::encode,
                FwpmNetEvent2Codec::decode,
                FwpmNetEvent2View::new,
                FwpmNetEvent2Samples::agree);
    }

    @Provide("fwpmNetEvent2")
    Arbitrary<FwpmNetEvent2> anyFwpmNetEvent2() {
        return FwpmNetEvent2Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void fwpmNetEvent3(@ForAll("fwpmNetEvent3") FwpmNetEvent3 value) {
        Samples.survives(
                value,
                FwpmNetEvent3Codec::encode,
                FwpmNetEvent3Codec::decode,
                FwpmNetEvent3View::new,
                FwpmNetEvent3Samples::agree);
    }

    @Provide("fwpmNetEvent3")
    Arbitrary<FwpmNetEvent3> anyFwpmNetEvent3() {
        return FwpmNetEvent3Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void fwpmNetEvent4(@ForAll("fwpmNetEvent4") FwpmNetEvent4 value) {
        Samples.survives(
                value,
                FwpmNetEvent4Codec::encode,
                FwpmNetEvent4Codec::decode,
                FwpmNetEvent4View::new,
                FwpmNetEvent4Samples::agree);
    }

    @Provide("fwpmNetEvent4")
    Arbitrary<FwpmNetEvent4> anyFwpmNetEvent4() {
        return FwpmNetEvent4Samples.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void fwpmNetEvent5(@ForAll("fwpmNetEvent5") FwpmNetEvent5 value) {
        Samples.survives(
                value,
                FwpmNetEvent5Codec::encode,
                FwpmNetEvent5Codec::decode,
                FwpmNetEvent5View::new,
                FwpmNetEvent5Samples::agree);
    }

    @Provide("fwpmNetEvent5")
    Arbitrary<FwpmNetEvent5> anyFwpmNetEvent5() {
        return FwpmNetEvent5Samples.any();
    }
}
