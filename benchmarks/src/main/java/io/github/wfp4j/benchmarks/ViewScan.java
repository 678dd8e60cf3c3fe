package io.github.wfp4j.benchmarks;

import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.view.FwpConditionValue0View;
import io.github.wfp4j.view.FwpValue0View;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmFilterCondition0View;
import io.github.wfp4j.view.ViewList;

/** The loop over the SDK's views, with all their checks. */
final class ViewScan {
    private static final int UINT64 = FwpDataType.UINT64.value();

    private ViewScan() {}

    /** Over a page of the SDK's insides, without a cursor. */
    static long ofPage(FilterTable table) {
        long sum = 0;
        try (Page page = new Page(table.memory(), table.count(), () -> {})) {
            for (int i = 0; i < page.count(); i++) {
                sum += read(new FwpmFilter0View(page, page.entry(i)));
            }
        }
        return sum;
    }

    /** By the pages of a cursor. */
    static Pass byPages(FilterTable table, int pageSize) {
        Engine engine = TableFunctions.open(table);
        return () -> byPages(engine, pageSize);
    }

    private static long byPages(Engine engine, int pageSize) {
        long sum = 0;
        try (Cursor<FwpmFilter0View> filters = engine.filters().pageSize(pageSize)) {
            while (filters.nextPage()) {
                ViewList<FwpmFilter0View> page = filters.page();
                for (int i = 0; i < page.size(); i++) {
                    sum += read(page.get(i));
                }
            }
        }
        return sum;
    }

    /** By a cursor that is moved. */
    static Pass byCursor(FilterTable table, int pageSize) {
        Engine engine = TableFunctions.open(table);
        return () -> byCursor(engine, pageSize);
    }

    private static long byCursor(Engine engine, int pageSize) {
        long sum = 0;
        try (Cursor<FwpmFilter0View> filters = engine.filters().pageSize(pageSize)) {
            while (filters.next()) {
                sum += read(filters.current());
            }
        }
        return sum;
    }

    private static long read(FwpmFilter0View filter) {
        long sum = filter.filterId() + sum(filter.layerKey().guid());
        sum += filter.action().typeRaw();
        FwpValue0View weight = filter.weight();
        if (weight.typeRaw() == UINT64) {
            sum += weight.uint64();
        }
        FwpmFilterCondition0View.Array conditions = filter.filterCondition();
        for (int j = 0; j < conditions.size(); j++) {
            FwpmFilterCondition0View condition = conditions.get(j);
            FwpConditionValue0View value = condition.conditionValue();
            int type = value.typeRaw();
            sum += sum(condition.fieldKey().guid());
            sum += condition.matchTypeRaw() + type + number(value, type);
        }
        return sum;
    }

    private static long sum(Guid guid) {
        return guid.low() + guid.high();
    }

    private static long number(FwpConditionValue0View value, int type) {
        return switch (type) {
            case FilterTable.UINT8 -> value.uint8();
            case FilterTable.UINT16 -> value.uint16();
            case FilterTable.UINT32 -> value.uint32();
            default -> 0;
        };
    }
}
