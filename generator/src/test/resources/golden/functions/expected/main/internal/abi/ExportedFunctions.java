package io.github.wfp4j.internal.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions of an implementation as symbols with the C ABI.
 *
 * <p>Each stub is made when it is first asked for. It is good as long as this object, or any segment that it gave, is reachable: nobody can free it before, and what a stub calls knows nothing of this object, so that it can go.
 */
public final class ExportedFunctions implements SymbolLookup {
    private final WfpFunctions functions;

    private final Boundary boundary;

    private final Arena arena;

    private final ConcurrentMap<String, MemorySegment> stubs;

    /**
     * Creates the symbols.
     *
     * @param functions the functions
     * @param boundary what stands between them and C
     */
    public ExportedFunctions(WfpFunctions functions, Boundary boundary) {
        this.functions = functions;
        this.boundary = boundary;
        arena = Arena.ofAuto();
        stubs = new ConcurrentHashMap<>();
    }

    @Override
    public Optional<MemorySegment> find(String name) {
        return Optional.ofNullable(stubs.computeIfAbsent(name, this::stub));
    }

    private @Nullable MemorySegment stub(String name) {
        return switch (name) {
            case "FwpmFreeMemory0" -> engine(name, Shapes.PtoV);
            case "FwpmSubLayerAdd0" -> sublayer(name, Shapes.PPPtoI);
            case "FwpmSubLayerDeleteByKey0" -> sublayer(name, Shapes.PPtoI);
            case "FwpmSubLayerGetByKey0" -> sublayer(name, Shapes.PPPtoI);
            default -> null;
        };
    }

    private MemorySegment engine(String name, FunctionDescriptor shape) {
        return Upcalls.stub(ExportedEngineFunctions.class, new ExportedEngineFunctions(functions.engine(), boundary), name, shape, arena);
    }

    private MemorySegment sublayer(String name, FunctionDescriptor shape) {
        return Upcalls.stub(ExportedSublayerFunctions.class, new ExportedSublayerFunctions(functions.sublayer(), boundary), name, shape, arena);
    }
}
