package io.github.wfp4j.netsh;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpByteArray6;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmNetEventHeader3;
import io.github.wfp4j.ikeext.IkeextCertEkus0;
import io.github.wfp4j.ikeext.IkeextPolicy2;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.Filetime;
import io.github.wfp4j.win32.SidAndAttributes;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The forms of all types, which follow from the types themselves and from the names of their
 * components; and what does not follow from them.
 */
final class Forms {
    private static final Map<Class<?>, Form> STRUCTS = new ConcurrentHashMap<>();

    /** Texts that are never null. All others are, if their element is empty. */
    static final Set<String> TEXTS =
            Set.of(
                    "unicodeString",
                    "certName",
                    "keyContainerName",
                    "principalName",
                    "localPrincipalNameForAuth",
                    "remotePrincipalNameForAuth");

    /** Records whose SID is never null; the SID of nobody is one of them, and not no SID. */
    static final Set<Class<?>> WITH_SID =
            Set.of(FwpValue0.Sid.class, FwpConditionValue0.Sid.class, SidAndAttributes.class);

    /** Elements that are named otherwise than their component. */
    private static final Map<String, String> ELEMENTS =
            Map.of(
                    "localAddrV6", "localAddrV6.byteArray16",
                    "remoteAddrV6", "remoteAddrV6.byteArray16");

    /** Other names under which elements may come; nobody has seen these in a real dump. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("float32", "float", "double64", "double");

    /** Elements for what no component holds. */
    private static final List<ExtraElement> EXTRAS =
            List.of(
                    new ExtraElement(FwpmFilter0.class, "reserved", "filterId", _ -> ""),
                    new ExtraElement(
                            IkeextPolicy2.class,
                            "softExpirationTime",
                            "authenticationMethods",
                            _ -> "0"),
                    new ExtraElement(
                            IkeextCertEkus0.class,
                            "numEku",
                            "eku",
                            ekus -> Integer.toString(((IkeextCertEkus0) ekus).eku().size())),
                    new ExtraElement(
                            FwpmNetEventHeader3.class,
                            "ipVersion",
                            "ipProtocol",
                            header ->
                                    ((FwpmNetEventHeader3) header)
                                            .localAddr()
                                            .ipVersion()
                                            .cName()));

    private static final Pattern V4_ADDRESS = Pattern.compile(".*[vV]4Addr.*|.*AddrV4");
    private static final Pattern V6_ADDRESS =
            Pattern.compile("addr|.*[vV]6Addr.*|.*AddrV6|cgaModifier|byteArray16");

    private Forms() {}

    /** {@return the form of a struct} */
    static Form of(Class<?> struct) {
        Form known = STRUCTS.get(struct);
        if (known == null) {
            known = make(struct);
            STRUCTS.put(struct, known);
        }
        return known;
    }

    /** {@return how a component with an element of its own stands in its struct} */
    static Member.Single single(RecordComponent component) {
        String name = component.getName();
        String element = ELEMENTS.getOrDefault(name, name);
        return new Member.Single(
                element,
                OTHER_NAMES.getOrDefault(name, element.equals(name) ? element : name),
                form(component.getGenericType(), name, component.getDeclaringRecord()));
    }

    private static Form make(Class<?> struct) {
        if (struct.isSealed()) {
            return union(struct);
        }
        if (struct == FwpmAction0.class) {
            return new ActionForm();
        }
        RecordForm form = record(struct);
        return struct == FwpmFilterCondition0.class ? new ConditionForm(form) : form;
    }

    private static RecordForm record(Class<?> struct) {
        List<RecordComponent> components = List.of(struct.getRecordComponents());
        List<Member> members = new ArrayList<>();
        for (RecordComponent component : components) {
            boolean flattened =
                    component.getType().isSealed()
                            && component.getType().getEnclosingClass() == struct;
            members.add(flattened ? union(component.getType()) : single(component));
        }
        return new RecordForm(
                struct,
                Reflection.constructor(struct),
                components,
                List.copyOf(members),
                EXTRAS.stream().filter(it -> it.type() == struct).toList());
    }

    private static UnionForm union(Class<?> union) {
        Method tag = null;
        for (Method method : union.getDeclaredMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && method.getReturnType().isEnum()) {
                tag = method;
            }
        }
        List<UnionForm.Case> cases = new ArrayList<>();
        for (Class<?> it : union.getPermittedSubclasses()) {
            cases.add(UnionForm.caseOf(it, tag));
        }
        return new UnionForm(
                tag, tag == null ? null : enumeration(tag.getReturnType()), List.copyOf(cases));
    }

    private static Form form(Type type, String name, Class<?> owner) {
        if (type instanceof ParameterizedType list) {
            return new ListForm(form(list.getActualTypeArguments()[0], name, List.class));
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isPrimitive() || raw == Long.class) {
            return primitive(raw, name, owner);
        }
        if (raw.isEnum()) {
            return enumeration(raw);
        }
        if (FlagsForm.isFlags(raw)) {
            return flags(raw);
        }
        if (Key.class.isAssignableFrom(raw)) {
            return key(raw);
        }
        return value(raw, name, owner);
    }

    private static Form value(Class<?> type, String name, Class<?> owner) {
        if (type == String.class) {
            return new TextForm(TEXTS.contains(name) || owner == List.class ? "" : null);
        }
        if (type == Guid.class) {
            return new NamedForm(Names::read, guid -> Names.write((Guid) guid));
        }
        if (type == Bytes.class) {
            return V6_ADDRESS.matcher(name).matches() && !name.equals("endCertHash")
                    ? new SimpleForm<>(V6Addresses::read, V6Addresses::write, null)
                    : new SimpleForm<>(Leaves::bytes, Bytes::toHex, Bytes.empty());
        }
        if (type == FwpByteArray16.class) {
            return new SimpleForm<>(
                    element -> new FwpByteArray16(V6Addresses.read(element)),
                    value -> V6Addresses.write(value.byteArray16()),
                    null);
        }
        if (type == FwpByteArray6.class) {
            return new SimpleForm<>(
                    element -> new FwpByteArray6(Leaves.bytes(element)),
                    value -> value.byteArray6().toHex(),
                    null);
        }
        if (type == FwpByteBlob.class) {
            return name.equals("sd") ? new DescriptorForm() : new BlobForm();
        }
        if (type == Sid.class) {
            return new SidForm(!WITH_SID.contains(owner));
        }
        if (type == Filetime.class) {
            return new SimpleForm<>(Leaves::time, Leaves::time, new Filetime(0, 0));
        }
        return of(type);
    }

    private static Form primitive(Class<?> type, String name, Class<?> owner) {
        if (type == boolean.class) {
            return new SimpleForm<>(Leaves::truth, (Boolean it) -> it.toString(), false);
        }
        if (type == float.class) {
            return new SimpleForm<>(
                    element -> (float) Leaves.real(element), (Float it) -> it.toString(), 0f);
        }
        if (type == double.class) {
            return new SimpleForm<>(Leaves::real, (Double it) -> it.toString(), 0d);
        }
        NumberReader named = NumberNames.of(name);
        if (type == int.class) {
            return new SimpleForm<>(
                    element -> toInt(element, named.number(element)),
                    (Integer it) -> it.toString(),
                    0);
        }
        if (V4_ADDRESS.matcher(name).matches() || owner == FwpV4AddrAndMask.class) {
            return new SimpleForm<>(Leaves::v4Address, Leaves::v4Address, 0L);
        }
        if (name.equals("uint32")) {
            return new SimpleForm<>(Leaves::v4Address, Long::toUnsignedString, 0L);
        }
        return name.equals("int64")
                ? new SimpleForm<>(Leaves::number, (Long it) -> it.toString(), 0L)
                : new SimpleForm<>(named::number, Long::toUnsignedString, 0L);
    }

    /** Reads a number that may have a name. */
    interface NumberReader {
        /** {@return the number in an element} */
        long number(Element element);
    }

    private static int toInt(Element element, long number) {
        if ((int) number != number) {
            throw Leaves.wrong(element, "number of 32 bits");
        }
        return (int) number;
    }

    static Form enumeration(Class<?> type) {
        return STRUCTS.computeIfAbsent(
                type,
                _ -> {
                    try {
                        return new EnumForm(type);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(type + " is a generated enumeration", e);
                    }
                });
    }

    private static Form flags(Class<?> type) {
        return STRUCTS.computeIfAbsent(
                type,
                _ -> {
                    try {
                        return new FlagsForm(type);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(type + " is a generated record of flags", e);
                    }
                });
    }

    private static Form key(Class<?> type) {
        Constructor<?> constructor = Reflection.constructor(type);
        return new NamedForm(
                (element, reading) ->
                        Reflection.make(constructor, element, Names.read(element, reading)),
                key -> Names.write((Key) key));
    }
}
