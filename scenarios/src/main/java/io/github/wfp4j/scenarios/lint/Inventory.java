package io.github.wfp4j.scenarios.lint;

import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Transaction;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.view.FwpmCallout0View;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmLayer0View;
import io.github.wfp4j.view.FwpmSublayer0View;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the rules look at: what an engine holds, or what one is to hold.
 *
 * @param callouts the callouts, those of Windows included
 * @param filters the filters; one that is not added yet may lack its sublayer
 * @param sublayers the sublayers, {@code FWPM_SUBLAYER_UNIVERSAL} among them
 * @param layers the layers
 * @param unread what could not be read, a line for each object: a newer Windows may have values
 *     that this version does not know
 */
public record Inventory(
        List<FwpmCallout0> callouts,
        List<FwpmFilter0> filters,
        List<FwpmSublayer0> sublayers,
        List<FwpmLayer0> layers,
        List<String> unread) {
    /** Copies the lists. */
    public Inventory {
        callouts = List.copyOf(callouts);
        filters = List.copyOf(filters);
        sublayers = List.copyOf(sublayers);
        layers = List.copyOf(layers);
        unread = List.copyOf(unread);
    }

    /**
     * {@return what an engine holds at this moment, as far as the caller may read it}
     *
     * @param engine the engine, without an open transaction; the method may throw what it throws
     */
    public static Inventory of(Engine engine) {
        try (Transaction _ = engine.begin(true)) {
            List<String> unread = new ArrayList<>();
            return new Inventory(
                    read(engine.callouts(), FwpmCallout0View::toRecord, "a callout", unread),
                    read(engine.filters(), FwpmFilter0View::toRecord, "a filter", unread),
                    read(engine.sublayers(), FwpmSublayer0View::toRecord, "a sublayer", unread),
                    read(engine.layers(), FwpmLayer0View::toRecord, "a layer", unread),
                    unread);
        }
    }

    private static <V, R> List<R> read(
            Cursor<V> objects, Function<V, R> toRecord, String what, List<String> unread) {
        List<R> records = new ArrayList<>();
        try (objects) {
            while (objects.next()) {
                try {
                    records.add(toRecord.apply(objects.current()));
                } catch (DecodingException e) {
                    unread.add("%s is left out: %s".formatted(what, e.getMessage()));
                }
            }
        }
        return records;
    }
}
