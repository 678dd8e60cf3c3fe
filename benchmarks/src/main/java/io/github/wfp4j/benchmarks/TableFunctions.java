package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwpm.FwpmSession0;
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

import java.lang.foreign.MemorySegment;

/**
 * An engine's functions that enumerate the filters of a table in place: what is left of an
 * enumeration is what the caller does. They know one enumeration at a time.
 */
final class TableFunctions implements WfpFunctions {
    private final FilterTable table;
    private int next;

    private TableFunctions(FilterTable table) {
        this.table = table;
    }

    /** {@return an engine that has the filters of a table} */
    static Engine open(FilterTable table) {
        return Engine.open(new TableFunctions(table), FwpmSession0.of());
    }

    @Override
    public EngineFunctions engine() {
        return new EngineFunctions() {
            @Override
            public int FwpmEngineOpen0(
                    MemorySegment serverName,
                    int authnService,
                    MemorySegment authIdentity,
                    MemorySegment session,
                    MemorySegment engineHandle) {
                engineHandle.set(ADDRESS, 0, engineHandle);
                return 0;
            }

            @Override
            public int FwpmEngineClose0(MemorySegment engineHandle) {
                return 0;
            }

            @Override
            public void FwpmFreeMemory0(MemorySegment p) {
                p.set(JAVA_LONG, 0, 0);
            }
        };
    }

    @Override
    public FilterFunctions filter() {
        return new FilterFunctions() {
            @Override
            public int FwpmFilterCreateEnumHandle0(
                    MemorySegment engineHandle,
                    MemorySegment enumTemplate,
                    MemorySegment enumHandle) {
                enumHandle.set(JAVA_LONG, 0, 1);
                next = 0;
                return 0;
            }

            @Override
            public int FwpmFilterEnum0(
                    MemorySegment engineHandle,
                    MemorySegment enumHandle,
                    int numEntriesRequested,
                    MemorySegment entries,
                    MemorySegment numEntriesReturned) {
                int returned = Math.min(numEntriesRequested, table.count() - next);
                entries.set(JAVA_LONG, 0, table.address() + 8L * next);
                numEntriesReturned.set(JAVA_INT, 0, returned);
                next += returned;
                return 0;
            }

            @Override
            public int FwpmFilterDestroyEnumHandle0(
                    MemorySegment engineHandle, MemorySegment enumHandle) {
                return 0;
            }
        };
    }

    @Override
    public CalloutFunctions callout() {
        return new CalloutFunctions() {};
    }

    @Override
    public ConnectionFunctions connection() {
        return new ConnectionFunctions() {};
    }

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
    public LayerFunctions layer() {
        return new LayerFunctions() {};
    }

    @Override
    public NetEventFunctions netEvent() {
        return new NetEventFunctions() {};
    }

    @Override
    public ProviderContextFunctions providerContext() {
        return new ProviderContextFunctions() {};
    }

    @Override
    public ProviderFunctions provider() {
        return new ProviderFunctions() {};
    }

    @Override
    public SaContextFunctions saContext() {
        return new SaContextFunctions() {};
    }

    @Override
    public SaFunctions sa() {
        return new SaFunctions() {};
    }

    @Override
    public SessionFunctions session() {
        return new SessionFunctions() {};
    }

    @Override
    public StatisticsFunctions statistics() {
        return new StatisticsFunctions() {};
    }

    @Override
    public SublayerFunctions sublayer() {
        return new SublayerFunctions() {};
    }

    @Override
    public SystemPortsFunctions systemPorts() {
        return new SystemPortsFunctions() {};
    }

    @Override
    public TransactionFunctions transaction() {
        return new TransactionFunctions() {};
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
