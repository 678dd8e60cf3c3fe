package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.abi.CalloutFunctions;
import io.github.wfp4j.internal.abi.ConnectionFunctions;
import io.github.wfp4j.internal.abi.DospFunctions;
import io.github.wfp4j.internal.abi.DynamicKeywordFunctions;
import io.github.wfp4j.internal.abi.EngineFunctions;
import io.github.wfp4j.internal.abi.FilterFunctions;
import io.github.wfp4j.internal.abi.IkeextSaFunctions;
import io.github.wfp4j.internal.abi.KeyManagerFunctions;
import io.github.wfp4j.internal.abi.LayerFunctions;
import io.github.wfp4j.internal.abi.NetEventFunctions;
import io.github.wfp4j.internal.abi.ProviderContextFunctions;
import io.github.wfp4j.internal.abi.ProviderFunctions;
import io.github.wfp4j.internal.abi.SaContextFunctions;
import io.github.wfp4j.internal.abi.SaFunctions;
import io.github.wfp4j.internal.abi.SessionFunctions;
import io.github.wfp4j.internal.abi.StatisticsFunctions;
import io.github.wfp4j.internal.abi.SublayerFunctions;
import io.github.wfp4j.internal.abi.SystemPortsFunctions;
import io.github.wfp4j.internal.abi.TransactionFunctions;
import io.github.wfp4j.internal.abi.TunnelFunctions;
import io.github.wfp4j.internal.abi.VswitchEventFunctions;
import io.github.wfp4j.internal.abi.WfpFunctions;

/**
 * The functions of one engine, by family.
 *
 * <p>A family that the engine does not have answers every call as not implemented.
 */
record EmbeddedFunctions(
        CalloutFunctions callout,
        ConnectionFunctions connection,
        DospFunctions dosp,
        EngineFunctions engine,
        FilterFunctions filter,
        IkeextSaFunctions ikeextSa,
        LayerFunctions layer,
        NetEventFunctions netEvent,
        ProviderContextFunctions providerContext,
        ProviderFunctions provider,
        SaContextFunctions saContext,
        SaFunctions sa,
        SessionFunctions session,
        StatisticsFunctions statistics,
        SublayerFunctions sublayer,
        TransactionFunctions transaction,
        TunnelFunctions tunnel)
        implements WfpFunctions {
    /** {@return these functions with others that open sessions} */
    EmbeddedFunctions withEngine(EngineFunctions other) {
        return new EmbeddedFunctions(
                callout,
                connection,
                dosp,
                other,
                filter,
                ikeextSa,
                layer,
                netEvent,
                providerContext,
                provider,
                saContext,
                sa,
                session,
                statistics,
                sublayer,
                transaction,
                tunnel);
    }

    @Override
    public DynamicKeywordFunctions dynamicKeyword() {
        return new DynamicKeywordFunctions() {};
    }

    @Override
    public KeyManagerFunctions keyManager() {
        return new KeyManagerFunctions() {};
    }

    @Override
    public SystemPortsFunctions systemPorts() {
        return new SystemPortsFunctions() {};
    }

    @Override
    public VswitchEventFunctions vswitchEvent() {
        return new VswitchEventFunctions() {};
    }
}
