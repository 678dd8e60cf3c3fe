package io.github.wfp4j.netsh;

import io.github.wfp4j.fwpm.FwpmFilterCondition0;

import org.jspecify.annotations.Nullable;

/**
 * The form of conditions: 32-bit values of fields that are addresses are four numbers with dots.
 *
 * @param form the form that they would have otherwise
 */
record ConditionForm(RecordForm form) implements Form {
    /** What the names of the fields that are addresses end in. */
    private static final String ADDRESS = "_ADDRESS";

    @Override
    public @Nullable Object read(Element element, Reading reading) {
        return form.read(element, reading);
    }

    @Override
    public void write(@Nullable Object value, Element element) {
        form.write(value, element);
        if (value instanceof FwpmFilterCondition0 condition
                && condition.fieldKey().toString().endsWith(ADDRESS)) {
            dot(element);
        }
    }

    private static void dot(Element element) {
        if (element.name().equals("uint32")) {
            element.setText(Leaves.v4Address(Long.parseLong(element.text())));
        }
        element.children().forEach(ConditionForm::dot);
    }
}
