package io.github.wfp4j.netsh;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.Guid;

import org.jspecify.annotations.Nullable;

/**
 * The form of actions: the callout's key stands in the element of the other case, {@code
 * filterType}, which is empty if there is no callout.
 */
record ActionForm() implements Form {
    private static final String TYPE = "type";
    private static final String TARGET = "filterType";

    /** What files that were not written by netsh have instead. */
    private static final String OTHER_TARGET = "calloutKey";

    private static final Form TYPES = Forms.enumeration(FwpActionType.class);

    @Override
    public @Nullable Object read(Element element, Reading reading) {
        Members members = new Members(element);
        Element typeElement = members.take(TYPE);
        Element target = members.take(TARGET);
        if (target == null) {
            target = members.take(OTHER_TARGET);
        }
        members.skipRest(reading);
        if (typeElement == null || typeElement.isEmpty()) {
            throw new NetshFormatException(
                    element, "<%s>: %s is missing or empty".formatted(element.name(), TYPE));
        }
        FwpActionType type = (FwpActionType) requireNonNull(TYPES.read(typeElement, reading));
        boolean isEmpty = target == null || Leaves.text(target).isEmpty();
        Guid guid = target == null || isEmpty ? Guid.ZERO : Names.read(target, reading);
        if (isCallout(type) && isEmpty) {
            throw new NetshFormatException(
                    element,
                    "<%s>: %s needs a callout in <%s>"
                            .formatted(element.name(), type.cName(), TARGET));
        }
        return new FwpmAction0(
                type,
                isCallout(type)
                        ? new FwpmAction0.Target.Callout(new CalloutKey(guid))
                        : new FwpmAction0.Target.FilterType(guid));
    }

    private static boolean isCallout(FwpActionType type) {
        return switch (type) {
            case CALLOUT_TERMINATING, CALLOUT_INSPECTION, CALLOUT_UNKNOWN -> true;
            case NONE, NONE_NO_MATCH, BLOCK, PERMIT, CONTINUE -> false;
        };
    }

    @Override
    public void write(@Nullable Object value, Element element) {
        FwpmAction0 action = (FwpmAction0) requireNonNull(value);
        TYPES.write(action.type(), element.add(TYPE));
        String target =
                switch (action.target()) {
                    case FwpmAction0.Target.Callout(CalloutKey key) -> Names.write(key);
                    case FwpmAction0.Target.FilterType(Guid guid) ->
                            guid.isZero() ? "" : Names.write(guid);
                };
        element.add(TARGET).setText(target);
    }
}
