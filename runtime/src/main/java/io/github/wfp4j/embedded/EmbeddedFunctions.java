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
        EngineFunctions engine,
        FilterFunctions filter,
        LayerFunctions layer,
        NetEventFunctions netEvent,
        ProviderContextFunctions providerContext,
        ProviderFunctions provider,
        SaContextFunctions saContext,
        SessionFunctions session,
        SublayerFunctions sublayer,
        TransactionFunctions transaction)
        implements WfpFunctions {
    @Override
    public DospFunctions dosp() {
        return new DospFunctions() {};
    }

    @Override
    public DynamicKeywordFunctions dynamicKeyword() {
        return new DynamicKeywordFunctions() {};
    }

    @Override
    public IkeextSaFunctions ikeextSa() {
        return new IkeextSaFunctions() {};
    }

    @Override
    public KeyManagerFunctions keyManager() {
        return new KeyManagerFunctions() {};
    }

    @Override
    public SaFunctions sa() {
        return new SaFunctions() {};
    }

    @Override
    public StatisticsFunctions statistics() {
        return new StatisticsFunctions() {};
    }

    @Override
    public SystemPortsFunctions systemPorts() {
        return new SystemPortsFunctions() {};
    }

    @Override
    public TunnelFunctions tunnel() {
        return new TunnelFunctions() {};
    }

    @Override
    public VswitchEventFunctions vswitchEvent() {
        return new VswitchEventFunctions() {};
    }
}
