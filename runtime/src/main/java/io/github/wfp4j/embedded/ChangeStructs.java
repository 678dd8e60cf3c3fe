package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmCalloutChange0;
import io.github.wfp4j.fwpm.FwpmCalloutSubscription0;
import io.github.wfp4j.fwpm.FwpmFilterChange0;
import io.github.wfp4j.fwpm.FwpmFilterSubscription0;
import io.github.wfp4j.fwpm.FwpmProviderChange0;
import io.github.wfp4j.fwpm.FwpmProviderContextChange0;
import io.github.wfp4j.fwpm.FwpmProviderContextSubscription0;
import io.github.wfp4j.fwpm.FwpmProviderSubscription0;
import io.github.wfp4j.fwpm.FwpmSublayerChange0;
import io.github.wfp4j.fwpm.FwpmSublayerSubscription0;
import io.github.wfp4j.internal.codec.FwpmCalloutChange0Codec;
import io.github.wfp4j.internal.codec.FwpmCalloutSubscription0Codec;
import io.github.wfp4j.internal.codec.FwpmFilterChange0Codec;
import io.github.wfp4j.internal.codec.FwpmFilterSubscription0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderChange0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContextChange0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContextSubscription0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderSubscription0Codec;
import io.github.wfp4j.internal.codec.FwpmSublayerChange0Codec;
import io.github.wfp4j.internal.codec.FwpmSublayerSubscription0Codec;

/** The structs by which clients subscribe to changes, and by which they are told. */
final class ChangeStructs {
    static final Struct<FwpmProviderSubscription0> PROVIDER_SUBSCRIPTION =
            new Struct<>(
                    "FWPM_PROVIDER_SUBSCRIPTION0",
                    FwpmProviderSubscription0Codec.BYTE_SIZE,
                    FwpmProviderSubscription0Codec::read,
                    FwpmProviderSubscription0Codec::write,
                    FwpmProviderSubscription0Codec::extent);

    static final Struct<FwpmProviderChange0> PROVIDER_CHANGE =
            new Struct<>(
                    "FWPM_PROVIDER_CHANGE0",
                    FwpmProviderChange0Codec.BYTE_SIZE,
                    FwpmProviderChange0Codec::read,
                    FwpmProviderChange0Codec::write,
                    FwpmProviderChange0Codec::extent);

    static final Struct<FwpmProviderContextSubscription0> CONTEXT_SUBSCRIPTION =
            new Struct<>(
                    "FWPM_PROVIDER_CONTEXT_SUBSCRIPTION0",
                    FwpmProviderContextSubscription0Codec.BYTE_SIZE,
                    FwpmProviderContextSubscription0Codec::read,
                    FwpmProviderContextSubscription0Codec::write,
                    FwpmProviderContextSubscription0Codec::extent);

    static final Struct<FwpmProviderContextChange0> CONTEXT_CHANGE =
            new Struct<>(
                    "FWPM_PROVIDER_CONTEXT_CHANGE0",
                    FwpmProviderContextChange0Codec.BYTE_SIZE,
                    FwpmProviderContextChange0Codec::read,
                    FwpmProviderContextChange0Codec::write,
                    FwpmProviderContextChange0Codec::extent);

    static final Struct<FwpmSublayerSubscription0> SUBLAYER_SUBSCRIPTION =
            new Struct<>(
                    "FWPM_SUBLAYER_SUBSCRIPTION0",
                    FwpmSublayerSubscription0Codec.BYTE_SIZE,
                    FwpmSublayerSubscription0Codec::read,
                    FwpmSublayerSubscription0Codec::write,
                    FwpmSublayerSubscription0Codec::extent);

    static final Struct<FwpmSublayerChange0> SUBLAYER_CHANGE =
            new Struct<>(
                    "FWPM_SUBLAYER_CHANGE0",
                    FwpmSublayerChange0Codec.BYTE_SIZE,
                    FwpmSublayerChange0Codec::read,
                    FwpmSublayerChange0Codec::write,
                    FwpmSublayerChange0Codec::extent);

    static final Struct<FwpmCalloutSubscription0> CALLOUT_SUBSCRIPTION =
            new Struct<>(
                    "FWPM_CALLOUT_SUBSCRIPTION0",
                    FwpmCalloutSubscription0Codec.BYTE_SIZE,
                    FwpmCalloutSubscription0Codec::read,
                    FwpmCalloutSubscription0Codec::write,
                    FwpmCalloutSubscription0Codec::extent);

    static final Struct<FwpmCalloutChange0> CALLOUT_CHANGE =
            new Struct<>(
                    "FWPM_CALLOUT_CHANGE0",
                    FwpmCalloutChange0Codec.BYTE_SIZE,
                    FwpmCalloutChange0Codec::read,
                    FwpmCalloutChange0Codec::write,
                    FwpmCalloutChange0Codec::extent);

    static final Struct<FwpmFilterSubscription0> FILTER_SUBSCRIPTION =
            new Struct<>(
                    "FWPM_FILTER_SUBSCRIPTION0",
                    FwpmFilterSubscription0Codec.BYTE_SIZE,
                    FwpmFilterSubscription0Codec::read,
                    FwpmFilterSubscription0Codec::write,
                    FwpmFilterSubscription0Codec::extent);

    static final Struct<FwpmFilterChange0> FILTER_CHANGE =
            new Struct<>(
                    "FWPM_FILTER_CHANGE0",
                    FwpmFilterChange0Codec.BYTE_SIZE,
                    FwpmFilterChange0Codec::read,
                    FwpmFilterChange0Codec::write,
                    FwpmFilterChange0Codec::extent);

    private ChangeStructs() {}
}
