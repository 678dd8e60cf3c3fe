package io.github.wfp4j.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.fwpm.FwpmFilter0;
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
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Functions that write down how they are called, fail where a test says so, and watch over the
 * memory that they give away. They know filters and nothing else.
 */
final class FakeFunctions implements WfpFunctions {
    static final MemorySegment ENGINE = MemorySegment.ofAddress(0xE0);
    static final MemorySegment ENUMERATION = MemorySegment.ofAddress(0xE1);

    final List<String> calls = new ArrayList<>();
    final List<FwpmFilter0> filters = new ArrayList<>();
    int frees;

    /** How many more filters an enumeration says that it returned than it did. */
    int invented;

    /** Whether an enumeration counts objects without giving any. */
    boolean loseEntries;

    private final Map<String, ErrorCode> failures = new HashMap<>();
    private final Map<Long, Arena> allocations = new HashMap<>();

    /** Makes a function return an error from now on. */
    void fail(String function, ErrorCode code) {
        failures.put(function, code);
    }

    int allocated() {
        return allocations.size();
    }

    private int call(String function) {
        calls.add(function);
        return failures.getOrDefault(function, ErrorCode.ERROR_SUCCESS).code();
    }

    /** One allocation with pointers to encoded filters. */
    private MemorySegment allocate(List<FwpmFilter0> page) {
        Arena arena = Arena.ofShared();
        MemorySegment pointers = arena.allocate(ADDRESS, Math.max(1, page.size()));
        for (int i = 0; i < page.size(); i++) {
            pointers.setAtIndex(ADDRESS, i, FwpmFilter0Codec.encode(page.get(i), arena));
        }
        return giveAway(pointers, arena);
    }

    private MemorySegment giveAway(MemorySegment allocation, Arena arena) {
        allocations.put(allocation.address(), arena);
        return allocation;
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
                engineHandle.set(ADDRESS, 0, ENGINE);
                return call("FwpmEngineOpen0");
            }

            @Override
            public int FwpmEngineClose0(MemorySegment engineHandle) {
                return call("FwpmEngineClose0");
            }

            @Override
            public void FwpmFreeMemory0(MemorySegment p) {
                long address = p.get(JAVA_LONG, 0);
                if (address != 0) {
                    Arena arena = allocations.remove(address);
                    if (arena == null) {
                        throw new AssertionError("freed twice, or never allocated");
                    }
                    arena.close();
                    frees++;
                    p.set(JAVA_LONG, 0, 0);
                }
            }
        };
    }

    @Override
    public FilterFunctions filter() {
        return new FilterFunctions() {
            private int position;

            @Override
            public int FwpmFilterAdd0(
                    MemorySegment engineHandle,
                    MemorySegment filter,
                    MemorySegment sd,
                    MemorySegment id) {
                int result = call("FwpmFilterAdd0");
                if (result == 0) {
                    filters.add(FwpmFilter0Codec.decode(filter));
                    id.set(JAVA_LONG, 0, 66000 + filters.size());
                }
                return result;
            }

            @Override
            public int FwpmFilterGetById0(
                    MemorySegment engineHandle, long id, MemorySegment filter) {
                int result = call("FwpmFilterGetById0");
                if (result == 0) {
                    Arena arena = Arena.ofShared();
                    MemorySegment found = FwpmFilter0Codec.encode(filters.getFirst(), arena);
                    filter.set(ADDRESS, 0, giveAway(found, arena));
                }
                return result;
            }

            @Override
            public int FwpmFilterDeleteById0(MemorySegment engineHandle, long id) {
                return call("FwpmFilterDeleteById0");
            }

            @Override
            public int FwpmFilterDeleteByKey0(MemorySegment engineHandle, MemorySegment key) {
                return call("FwpmFilterDeleteByKey0");
            }

            @Override
            public int FwpmFilterCreateEnumHandle0(
                    MemorySegment engineHandle,
                    MemorySegment enumTemplate,
                    MemorySegment enumHandle) {
                enumHandle.set(ADDRESS, 0, ENUMERATION);
                return call("FwpmFilterCreateEnumHandle0");
            }

            @Override
            public int FwpmFilterEnum0(
                    MemorySegment engineHandle,
                    MemorySegment enumHandle,
                    int numEntriesRequested,
                    MemorySegment entries,
                    MemorySegment numEntriesReturned) {
                int result = call("FwpmFilterEnum0");
                if (result == 0) {
                    int end = Math.min(filters.size(), position + numEntriesRequested);
                    if (!loseEntries) {
                        entries.set(ADDRESS, 0, allocate(filters.subList(position, end)));
                    }
                    numEntriesReturned.set(JAVA_INT, 0, end - position + invented);
                    position = end;
                }
                return result;
            }

            @Override
            public int FwpmFilterDestroyEnumHandle0(
                    MemorySegment engineHandle, MemorySegment enumHandle) {
                return call("FwpmFilterDestroyEnumHandle0");
            }
        };
    }

    @Override
    public TransactionFunctions transaction() {
        return new TransactionFunctions() {
            @Override
            public int FwpmTransactionBegin0(MemorySegment engineHandle, int flags) {
                return call(
                        flags == 0 ? "FwpmTransactionBegin0" : "FwpmTransactionBegin0 " + flags);
            }

            @Override
            public int FwpmTransactionCommit0(MemorySegment engineHandle) {
                return call("FwpmTransactionCommit0");
            }

            @Override
            public int FwpmTransactionAbort0(MemorySegment engineHandle) {
                return call("FwpmTransactionAbort0");
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
    public TunnelFunctions tunnel() {
        return new TunnelFunctions() {};
    }

    @Override
    public VswitchEventFunctions vswitchEvent() {
        return new VswitchEventFunctions() {};
    }
}
