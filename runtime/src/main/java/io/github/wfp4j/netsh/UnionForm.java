package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * The form of unions: the tag that selects a case, if the union has one, and an element that is
 * named after the case's member.
 *
 * <p>The element says which case it is, and the tag has to agree; so the form needs no table of
 * tags.
 *
 * @param tag gives the tag of a value and is named after its member; null if the union has none
 * @param tagForm how the tag is written
 * @param cases the cases
 */
record UnionForm(@Nullable Method tag, @Nullable Form tagForm, List<Case> cases)
        implements Form, Member {
    /**
     * A case.
     *
     * @param type its record
     * @param constructor the constructor
     * @param payload its member, or null for none
     * @param accessor gives the member; null for none
     * @param takesTag whether the tag is a component, because several tags select the case
     */
    record Case(
            Class<?> type,
            Constructor<?> constructor,
            Member.@Nullable Single payload,
            @Nullable Method accessor,
            boolean takesTag) {
        private Object make(Members members, @Nullable Object tagValue, Reading reading) {
            List<@Nullable Object> arguments = new ArrayList<>();
            if (takesTag) {
                arguments.add(tagValue);
            }
            if (payload != null) {
                requireNumber(payload, members);
                arguments.add(payload.read(members, reading));
            }
            return Reflection.make(constructor, members.struct(), arguments.toArray());
        }

        /** Elsewhere an empty element is a zero, here a value is announced. */
        private static void requireNumber(Member.Single payload, Members members) {
            Element element = payload.take(members);
            if (element != null
                    && element.isEmpty()
                    && payload.form() instanceof SimpleForm<?> simple
                    && simple.isNumber()) {
                throw Leaves.wrong(element, "number");
            }
        }
    }

    /** {@return how a case of a union stands in a dump} */
    static Case caseOf(Class<?> type, @Nullable Method tag) {
        Member.Single payload = null;
        Method accessor = null;
        boolean takesTag = false;
        for (RecordComponent component : type.getRecordComponents()) {
            if (tag != null && component.getName().equals(tag.getName())) {
                takesTag = true;
            } else {
                payload = Forms.single(component);
                accessor = component.getAccessor();
            }
        }
        return new Case(type, Reflection.constructor(type), payload, accessor, takesTag);
    }

    @Override
    public @Nullable Object read(Element element, Reading reading) {
        Members members = new Members(element);
        Object value = read(members, reading);
        members.skipRest(reading);
        return value;
    }

    @Override
    public @Nullable Object missing() {
        return null;
    }

    @Override
    public @Nullable Object read(Members members, Reading reading) {
        Element tagElement = tag == null ? null : members.take(tag.getName());
        Object tagValue =
                tagForm == null || tagElement == null || tagElement.isEmpty()
                        ? null
                        : tagForm.read(tagElement, reading);
        Case present = null;
        for (Case it : cases) {
            if (it.payload() != null && it.payload().isIn(members)) {
                if (present != null) {
                    throw twoCases(members, present, it);
                }
                present = it;
            }
        }
        Case wanted = present == null ? caseWithoutElement(members, tagValue) : present;
        boolean isAbsent = present == null && members.struct().isEmpty();
        if (tag != null && tagValue == null && !isAbsent) {
            throw new NetshFormatException(
                    members.struct(),
                    "<%s>: %s is missing or empty"
                            .formatted(members.struct().name(), tag.getName()));
        }
        Object value = wanted.make(members, tagValue, reading);
        if (tag != null && tagValue != null && !Reflection.get(tag, value).equals(tagValue)) {
            throw disagree(members, tagElement);
        }
        return value;
    }

    private static NetshFormatException twoCases(Members members, Case one, Case other) {
        return new NetshFormatException(
                members.struct(),
                "<%s> holds two cases of a union, %s and %s"
                        .formatted(
                                members.struct().name(),
                                one.type().getSimpleName(),
                                other.type().getSimpleName()));
    }

    private Case caseWithoutElement(Members members, @Nullable Object tagValue) {
        for (Case it : cases) {
            if (it.payload() == null) {
                return it;
            }
        }
        String struct = members.struct().name();
        throw new NetshFormatException(
                members.struct(),
                tagValue == null
                        ? "<%s> holds none of the cases of a union".formatted(struct)
                        : "<%s> holds no element that goes with %s".formatted(struct, tagValue));
    }

    private static NetshFormatException disagree(Members members, @Nullable Element tagElement) {
        Element where = tagElement == null ? members.struct() : tagElement;
        return new NetshFormatException(
                where,
                "<%s> %s does not go with what stands in <%s>"
                        .formatted(
                                where.name(),
                                Leaves.quoted(where.text().strip()),
                                members.struct().name()));
    }

    @Override
    public void write(@Nullable Object value, Element struct) {
        if (tag != null && tagForm != null && struct.child(tag.getName()) == null) {
            tagForm.write(Reflection.get(tag, value), struct.add(tag.getName()));
        }
        for (Case it : cases) {
            if (it.type().isInstance(value) && it.payload() != null && it.accessor() != null) {
                it.payload().write(Reflection.getOrNull(it.accessor(), value), struct);
            }
        }
    }
}
