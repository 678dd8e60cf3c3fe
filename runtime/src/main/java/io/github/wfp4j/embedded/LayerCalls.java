package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.internal.abi.LayerFunctions;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;

/** The functions on layers, all of which are built in (3.9). */
final class LayerCalls implements LayerFunctions {
    private final Core core;
    private final Enumerations<FwpmLayer0> enumerations;
    private final SecurityCalls security;

    LayerCalls(Core core) {
        this.core = core;
        this.enumerations =
                new Enumerations<>(FwpmLayer0.class, core, Container.LAYERS, FwpmLayer0::layerKey);
        this.security = new SecurityCalls(core);
    }

    @Override
    public int FwpmLayerGetById0(MemorySegment engineHandle, short id, MemorySegment layer) {
        return get(engineHandle, layer, () -> withId(Short.toUnsignedInt(id)));
    }

    private Layer withId(int id) {
        return core.store().layers().stream()
                .filter(layer -> layer.id() == id)
                .findFirst()
                .orElseThrow(() -> new EngineFailure(ErrorCode.FWP_E_LAYER_NOT_FOUND));
    }

    @Override
    public int FwpmLayerGetByKey0(
            MemorySegment engineHandle, MemorySegment key, MemorySegment layer) {
        return get(engineHandle, layer, () -> core.store().layer(new LayerKey(Inputs.guid(key))));
    }

    private int get(MemorySegment engineHandle, MemorySegment out, Supplier<Layer> finding) {
        return core.calls()
                .read(
                        engineHandle,
                        session -> {
                            MemorySegment target = Results.pointerTo(out, "layer");
                            Layer found = finding.get();
                            core.access().require(session.caller(), found.key(), FwpmActrl.READ);
                            FwpmLayer0 layer = core.store().toRecord(found);
                            Results.put(target, core.results().one(layer, Structs.LAYER));
                        });
    }

    @Override
    public int FwpmLayerCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        // The template holds a reserved field only (3.9).
        return enumerations.create(engineHandle, enumHandle, core.store()::layerRecords);
    }

    @Override
    public int FwpmLayerEnum0(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return enumerations.next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                Structs.LAYER);
    }

    @Override
    public int FwpmLayerDestroyEnumHandle0(MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }

    @Override
    public int FwpmLayerGetSecurityInfoByKey0(
            MemorySegment engineHandle,
            MemorySegment key,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl,
            MemorySegment securityDescriptor) {
        return security.get(
                engineHandle,
                Container.LAYERS,
                key,
                this::find,
                new SecurityCalls.Wanted(
                        securityInfo, sidOwner, sidGroup, dacl, sacl, securityDescriptor));
    }

    @Override
    public int FwpmLayerSetSecurityInfoByKey0(
            MemorySegment engineHandle,
            MemorySegment key,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl) {
        return security.setBuiltIn(
                engineHandle,
                Container.LAYERS,
                key,
                this::find,
                new SecurityCalls.Given(securityInfo, sidOwner, sidGroup, dacl));
    }

    private LayerKey find(Guid key) {
        return core.store().layer(new LayerKey(key)).key();
    }
}
