package io.github.wfp4j.fwpm;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.Guid;
import java.util.Objects;

/**
 * What a filter does when all its conditions match: permit, block, or ask a callout.
 *
 * <p>C: {@code FWPM_ACTION0}, {@code fwpmtypes.h}.
 *
 * @param type what to do; its callout bit says whether the action names a callout
 * @param target the callout to ask, or else an identifier without meaning to the engine
 */
public record FwpmAction0(FwpActionType type, FwpmAction0.Target target) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public FwpmAction0 {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(target, "target");
        boolean targetAgrees = switch (target) {
            case Target.FilterType _ -> (type.value() & 0x4000) == 0x0;
            case Target.Callout _ -> (type.value() & 0x4000) == 0x4000;
        };
        if (!targetAgrees) {
            throw new IllegalArgumentException("target does not fit bit 0x4000 of type: " + type);
        }
    }

    /**
     * {@return one in which everything else is zero, empty or none}
     *
     * @param type what to do; its callout bit says whether the action names a callout
     */
    public static FwpmAction0 of(FwpActionType type) {
        return new FwpmAction0(type, new Target.FilterType(Guid.ZERO));
    }

    /**
     * {@return a copy with another {@code type}}
     *
     * @param type what to do; its callout bit says whether the action names a callout
     */
    public FwpmAction0 withType(FwpActionType type) {
        return new FwpmAction0(type, target);
    }

    /**
     * The callout to ask, or else an identifier without meaning to the engine.
     */
    public sealed interface Target {
        /**
         * The case in which bit 0x4000 of {@code type} is clear.
         *
         * @param filterType an identifier that its author may use to tell filters apart; the engine ignores it
         */
        record FilterType(Guid filterType) implements Target {
            /**
             * Checks the components and copies the lists.
             *
             * @throws IllegalArgumentException if a component is out of its range
             */
            public FilterType {
                Objects.requireNonNull(filterType, "filterType");
            }
        }

        /**
         * The case in which bit 0x4000 of {@code type} is set.
         *
         * @param calloutKey the callout to ask
         */
        record Callout(CalloutKey calloutKey) implements Target {
            /**
             * Checks the components and copies the lists.
             *
             * @throws IllegalArgumentException if a component is out of its range
             */
            public Callout {
                Objects.requireNonNull(calloutKey, "calloutKey");
            }
        }
    }
}
