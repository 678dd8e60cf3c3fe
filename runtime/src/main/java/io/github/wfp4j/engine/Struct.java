package io.github.wfp4j.engine;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmConnection0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.internal.codec.FwpmCallout0Codec;
import io.github.wfp4j.internal.codec.FwpmConnection0Codec;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.codec.FwpmLayer0Codec;
import io.github.wfp4j.internal.codec.FwpmProvider0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext1Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext2Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext3Codec;
import io.github.wfp4j.internal.codec.FwpmSublayer0Codec;

import java.lang.foreign.MemorySegment;
import java.util.function.Function;

/**
 * A struct that the engine returns a pointer to.
 *
 * @param cName the C type
 * @param size its size in bytes
 * @param decode makes a record of one
 */
record Struct<R>(String cName, long size, Function<MemorySegment, R> decode) {
    static final Struct<FwpmCallout0> CALLOUT =
            new Struct<>("FWPM_CALLOUT0", FwpmCallout0Codec.BYTE_SIZE, FwpmCallout0Codec::decode);
    static final Struct<FwpmConnection0> CONNECTION =
            new Struct<>(
                    "FWPM_CONNECTION0",
                    FwpmConnection0Codec.BYTE_SIZE,
                    FwpmConnection0Codec::decode);
    static final Struct<FwpmFilter0> FILTER =
            new Struct<>("FWPM_FILTER0", FwpmFilter0Codec.BYTE_SIZE, FwpmFilter0Codec::decode);
    static final Struct<FwpmLayer0> LAYER =
            new Struct<>("FWPM_LAYER0", FwpmLayer0Codec.BYTE_SIZE, FwpmLayer0Codec::decode);
    static final Struct<FwpmProvider0> PROVIDER =
            new Struct<>(
                    "FWPM_PROVIDER0", FwpmProvider0Codec.BYTE_SIZE, FwpmProvider0Codec::decode);
    static final Struct<FwpmSublayer0> SUBLAYER =
            new Struct<>(
                    "FWPM_SUBLAYER0", FwpmSublayer0Codec.BYTE_SIZE, FwpmSublayer0Codec::decode);

    static final Struct<FwpmProviderContext0> PROVIDER_CONTEXT_0 =
            new Struct<>(
                    "FWPM_PROVIDER_CONTEXT0",
                    FwpmProviderContext0Codec.BYTE_SIZE,
                    FwpmProviderContext0Codec::decode);
    static final Struct<FwpmProviderContext1> PROVIDER_CONTEXT_1 =
            new Struct<>(
                    "FWPM_PROVIDER_CONTEXT1",
                    FwpmProviderContext1Codec.BYTE_SIZE,
                    FwpmProviderContext1Codec::decode);
    static final Struct<FwpmProviderContext2> PROVIDER_CONTEXT_2 =
            new Struct<>(
                    "FWPM_PROVIDER_CONTEXT2",
                    FwpmProviderContext2Codec.BYTE_SIZE,
                    FwpmProviderContext2Codec::decode);
    static final Struct<FwpmProviderContext3> PROVIDER_CONTEXT_3 =
            new Struct<>(
                    "FWPM_PROVIDER_CONTEXT3",
                    FwpmProviderContext3Codec.BYTE_SIZE,
                    FwpmProviderContext3Codec::decode);
}
