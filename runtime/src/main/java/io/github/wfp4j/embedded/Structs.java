package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerEnumTemplate0;
import io.github.wfp4j.internal.codec.FwpmCallout0Codec;
import io.github.wfp4j.internal.codec.FwpmCalloutEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.codec.FwpmFilterEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.FwpmLayer0Codec;
import io.github.wfp4j.internal.codec.FwpmProvider0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext1Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext2Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext3Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContextEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.FwpmSession0Codec;
import io.github.wfp4j.internal.codec.FwpmSublayer0Codec;
import io.github.wfp4j.internal.codec.FwpmSublayerEnumTemplate0Codec;

/** The structs that the functions take and give. */
final class Structs {
    static final Struct<FwpmSession0> SESSION =
            new Struct<>(
                    "FWPM_SESSION0",
                    FwpmSession0Codec.BYTE_SIZE,
                    FwpmSession0Codec::read,
                    FwpmSession0Codec::write,
                    FwpmSession0Codec::extent);

    static final Struct<FwpmProvider0> PROVIDER =
            new Struct<>(
                    "FWPM_PROVIDER0",
                    FwpmProvider0Codec.BYTE_SIZE,
                    FwpmProvider0Codec::read,
                    FwpmProvider0Codec::write,
                    FwpmProvider0Codec::extent);

    static final Struct<FwpmSublayer0> SUBLAYER =
            new Struct<>(
                    "FWPM_SUBLAYER0",
                    FwpmSublayer0Codec.BYTE_SIZE,
                    FwpmSublayer0Codec::read,
                    FwpmSublayer0Codec::write,
                    FwpmSublayer0Codec::extent);

    static final Struct<FwpmSublayerEnumTemplate0> SUBLAYER_TEMPLATE =
            new Struct<>(
                    "FWPM_SUBLAYER_ENUM_TEMPLATE0",
                    FwpmSublayerEnumTemplate0Codec.BYTE_SIZE,
                    FwpmSublayerEnumTemplate0Codec::read,
                    FwpmSublayerEnumTemplate0Codec::write,
                    FwpmSublayerEnumTemplate0Codec::extent);

    static final Struct<FwpmCallout0> CALLOUT =
            new Struct<>(
                    "FWPM_CALLOUT0",
                    FwpmCallout0Codec.BYTE_SIZE,
                    FwpmCallout0Codec::read,
                    FwpmCallout0Codec::write,
                    FwpmCallout0Codec::extent);

    static final Struct<FwpmCalloutEnumTemplate0> CALLOUT_TEMPLATE =
            new Struct<>(
                    "FWPM_CALLOUT_ENUM_TEMPLATE0",
                    FwpmCalloutEnumTemplate0Codec.BYTE_SIZE,
                    FwpmCalloutEnumTemplate0Codec::read,
                    FwpmCalloutEnumTemplate0Codec::write,
                    FwpmCalloutEnumTemplate0Codec::extent);

    static final Struct<FwpmLayer0> LAYER =
            new Struct<>(
                    "FWPM_LAYER0",
                    FwpmLayer0Codec.BYTE_SIZE,
                    FwpmLayer0Codec::read,
                    FwpmLayer0Codec::write,
                    FwpmLayer0Codec::extent);

    static final Struct<FwpmFilter0> FILTER =
            new Struct<>(
                    "FWPM_FILTER0",
                    FwpmFilter0Codec.BYTE_SIZE,
                    FwpmFilter0Codec::read,
                    FwpmFilter0Codec::write,
                    FwpmFilter0Codec::extent);

    static final Struct<FwpmFilterEnumTemplate0> FILTER_TEMPLATE =
            new Struct<>(
                    "FWPM_FILTER_ENUM_TEMPLATE0",
                    FwpmFilterEnumTemplate0Codec.BYTE_SIZE,
                    FwpmFilterEnumTemplate0Codec::read,
                    FwpmFilterEnumTemplate0Codec::write,
                    FwpmFilterEnumTemplate0Codec::extent);

    static final Struct<FwpmProviderContext0> CONTEXT0 =
            new Struct<>(
                    "FWPM_PROVIDER_CONTEXT0",
                    FwpmProviderContext0Codec.BYTE_SIZE,
                    FwpmProviderContext0Codec::read,
                    FwpmProviderContext0Codec::write,
                    FwpmProviderContext0Codec::extent);

    static final Struct<FwpmProviderContext1> CONTEXT1 =
            new Struct<>(
                    "FWPM_PROVIDER_CONTEXT1",
                    FwpmProviderContext1Codec.BYTE_SIZE,
                    FwpmProviderContext1Codec::read,
                    FwpmProviderContext1Codec::write,
                    FwpmProviderContext1Codec::extent);

    static final Struct<FwpmProviderContext2> CONTEXT2 =
            new Struct<>(
                    "FWPM_PROVIDER_CONTEXT2",
                    FwpmProviderContext2Codec.BYTE_SIZE,
                    FwpmProviderContext2Codec::read,
                    FwpmProviderContext2Codec::write,
                    FwpmProviderContext2Codec::extent);

    static final Struct<FwpmProviderContext3> CONTEXT3 =
            new Struct<>(
                    "FWPM_PROVIDER_CONTEXT3",
                    FwpmProviderContext3Codec.BYTE_SIZE,
                    FwpmProviderContext3Codec::read,
                    FwpmProviderContext3Codec::write,
                    FwpmProviderContext3Codec::extent);

    static final Struct<FwpmProviderContextEnumTemplate0> CONTEXT_TEMPLATE =
            new Struct<>(
                    "FWPM_PROVIDER_CONTEXT_ENUM_TEMPLATE0",
                    FwpmProviderContextEnumTemplate0Codec.BYTE_SIZE,
                    FwpmProviderContextEnumTemplate0Codec::read,
                    FwpmProviderContextEnumTemplate0Codec::write,
                    FwpmProviderContextEnumTemplate0Codec::extent);

    private Structs() {}
}
