package io.github.wfp4j.netsh;

import io.github.wfp4j.types.Sid;

import org.jspecify.annotations.Nullable;

/**
 * The form of SIDs, of which one stands for none.
 *
 * @param mayBeNone whether there may be none
 */
record SidForm(boolean mayBeNone) implements Form {
    @Override
    public @Nullable Object read(Element element, Reading reading) {
        if (element.isEmpty()) {
            return null;
        }
        Sid sid = Leaves.sid(element);
        return mayBeNone && Leaves.isNone(sid) ? null : sid;
    }

    @Override
    public void write(@Nullable Object value, Element element) {
        element.setText(String.valueOf(value == null ? Leaves.NO_SID : value));
    }
}
