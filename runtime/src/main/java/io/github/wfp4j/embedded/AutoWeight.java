package io.github.wfp4j.embedded;

import io.github.wfp4j.embedded.WeightClasses.WeightClass;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.internal.schema.LayerField;

import java.util.ArrayList;
import java.util.List;

/**
 * The weight that the engine gives to a filter of one layer by itself: 60 bits that grow with what
 * the conditions fix (4.3).
 *
 * <p>The rule is not documented; it was reconstructed from real filters and reproduces nearly all
 * of them. A few layers sit on a rounding tie, so that the order of the operations matters.
 */
final class AutoWeight {
    private static final int BITS = 60;

    /** The weight at layers that have no fields. */
    private static final long WITHOUT_FIELDS = (1L << 59) - 1;

    private final List<Slot> slots;

    /** Computes the slots of a layer. */
    AutoWeight(Layer layer) {
        this.slots = slots(WeightClasses.ranked(layer));
    }

    /**
     * The bits of one class.
     *
     * @param weightClass the class
     * @param position the lowest of its bits
     * @param bits how many there are
     * @param capacity how many bits its fields have, 0 if it is not graded
     */
    record Slot(WeightClass weightClass, int position, int bits, int capacity) {}

    /** {@return the slots, the lowest first} */
    List<Slot> slots() {
        return slots;
    }

    private static List<Slot> slots(List<WeightClass> ranked) {
        int free = BITS - (int) ranked.stream().filter(it -> !it.graded()).count();
        double total = 0;
        for (WeightClass weightClass : ranked) {
            total += shareOf(weightClass);
        }
        List<Slot> slots = new ArrayList<>();
        int position = 0;
        double carry = 0;
        for (WeightClass weightClass : ranked.reversed()) {
            int bits = 1;
            if (weightClass.graded()) {
                double wanted = shareOf(weightClass) * free / total + carry;
                bits = (int) Math.floor(wanted + 0.5);
                carry = wanted - bits;
            }
            slots.add(new Slot(weightClass, position, bits, capacityOf(weightClass)));
            position += bits;
        }
        return List.copyOf(slots);
    }

    private static double shareOf(WeightClass weightClass) {
        double share = 0;
        if (weightClass.graded()) {
            for (LayerField field : weightClass.fields()) {
                share += FixedBits.log2(widthOf(field.dataType()));
            }
        }
        return share;
    }

    private static int capacityOf(WeightClass weightClass) {
        return weightClass.graded()
                ? weightClass.fields().stream().mapToInt(field -> widthOf(field.dataType())).sum()
                : 0;
    }

    private static int widthOf(FwpDataType type) {
        return switch (type) {
            case UINT8 -> 8;
            case UINT16 -> 16;
            case UINT32 -> 32;
            case BYTE_ARRAY16_TYPE -> 128;
            default -> throw new IllegalArgumentException("no graded class has " + type);
        };
    }

    /** {@return the weight of a filter with the given conditions, 0 to 2^60 - 1} */
    long of(List<FwpmFilterCondition0> conditions) {
        if (slots.isEmpty()) {
            return WITHOUT_FIELDS;
        }
        long weight = 0;
        for (Slot slot : slots) {
            weight += valueOf(slot, conditions) << slot.position();
        }
        return weight;
    }

    private static long valueOf(Slot slot, List<FwpmFilterCondition0> conditions) {
        double fixed = 0;
        boolean present = false;
        for (LayerField field : slot.weightClass().fields()) {
            double sum = 0;
            for (FwpmFilterCondition0 condition : conditions) {
                if (condition.fieldKey().equals(field.key())) {
                    present = true;
                    sum +=
                            slot.weightClass().graded()
                                    ? FixedBits.of(condition, widthOf(field.dataType()))
                                    : 0;
                }
            }
            fixed += slot.weightClass().graded() ? Math.min(widthOf(field.dataType()), sum) : 0;
        }
        if (!slot.weightClass().graded()) {
            return present ? 1 : 0;
        }
        if (fixed <= 0) {
            return 0;
        }
        long most = (1L << slot.bits()) - 1;
        long value = (long) Math.floor(most * fixed / slot.capacity() + 0.5);
        // More than 53 bits are rounded, which must not run into the next class.
        return Math.clamp(value, 1, most);
    }
}
