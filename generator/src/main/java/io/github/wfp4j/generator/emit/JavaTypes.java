package io.github.wfp4j.generator.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

import io.github.wfp4j.generator.plan.Component;
import io.github.wfp4j.generator.plan.JavaType;
import io.github.wfp4j.generator.plan.Shape;
import io.github.wfp4j.generator.plan.StructRef;

import java.util.List;

/** The types that generated code names. */
final class JavaTypes {
    static final ClassName SEGMENT = ClassName.get("java.lang.foreign", "MemorySegment");
    static final ClassName MEMORY_LAYOUT = ClassName.get("java.lang.foreign", "MemoryLayout");
    static final ClassName STRUCT_LAYOUT = ClassName.get("java.lang.foreign", "StructLayout");
    static final ClassName VALUE_LAYOUT = ClassName.get("java.lang.foreign", "ValueLayout");
    static final ClassName DESCRIPTOR = ClassName.get("java.lang.foreign", "FunctionDescriptor");
    static final ClassName ALLOCATOR = ClassName.get("java.lang.foreign", "SegmentAllocator");
    static final ClassName LIST = ClassName.get(List.class);
    static final ClassName STRING = ClassName.get(String.class);
    static final ClassName OBJECTS = ClassName.get("java.util", "Objects");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final ClassName READER = internal("Reader");
    static final ClassName SLAB = internal("Slab");
    static final ClassName GUID = types("Guid");
    static final ClassName BYTES = types("Bytes");
    static final ClassName SID = types("Sid");
    static final ClassName UNSIGNED = types("Unsigned");
    static final ClassName TEXTS = types("Texts");
    static final ClassName DECODING_EXCEPTION = types("DecodingException");

    private JavaTypes() {}

    static ClassName types(String name) {
        return ClassName.get(JavaType.ROOT + ".types", name);
    }

    static ClassName internal(String name) {
        return ClassName.get(JavaType.ROOT + ".internal.memory", name);
    }

    static ClassName of(JavaType type) {
        return ClassName.get(
                type.packageName(),
                type.names().getFirst(),
                type.names().stream().skip(1).toArray(String[]::new));
    }

    static ClassName codec(StructRef struct) {
        return ClassName.get(
                JavaType.ROOT + ".internal.codec", struct.type().simpleName() + "Codec");
    }

    static ClassName view(StructRef struct) {
        return ClassName.get(JavaType.ROOT + ".view", struct.type().simpleName() + "View");
    }

    static ClassName samples(StructRef struct) {
        return ClassName.get(JavaType.ROOT + ".samples", struct.type().simpleName() + "Samples");
    }

    /** {@return the type of a component, with {@code @Nullable} where null is allowed} */
    static TypeName of(Component component) {
        TypeName type = of(component.shape());
        return component.nullable() ? nullable(type) : type;
    }

    /** {@return the type with {@code @Nullable}} */
    static TypeName nullable(TypeName type) {
        return type.annotated(AnnotationSpec.builder(NULLABLE).build());
    }

    static TypeName of(Shape shape) {
        return switch (shape) {
            case Shape.Whole(int bits, boolean signed) ->
                    bits < 32 || (bits == 32 && signed) ? TypeName.INT : TypeName.LONG;
            case Shape.Floating(int bits) -> bits == 32 ? TypeName.FLOAT : TypeName.DOUBLE;
            case Shape.Bool _ -> TypeName.BOOLEAN;
            case Shape.EnumValue it -> of(it.type().type());
            case Shape.FlagsValue it -> of(it.type().type());
            case Shape.GuidValue it -> of(it.key());
            case Shape.GuidPointer it -> of(it.key());
            case Shape.StructValue it -> of(it.struct().type());
            case Shape.StructPointer it -> of(it.struct().type());
            case Shape.Text _, Shape.CountedText _ -> STRING;
            case Shape.SidPointer _ -> SID;
            case Shape.FixedBytes _, Shape.CountedBytes _ -> BYTES;
            case Shape.FixedNumbers(int bits, int _) -> listOf(boxed(bits));
            case Shape.CountedNumbers(int bits, _) -> listOf(boxed(bits));
            case Shape.CountedGuids it -> listOf(of(it.key()));
            case Shape.CountedStructs it -> listOf(of(it.struct().type()));
            case Shape.CountedTexts _ -> listOf(STRING);
            case Shape.NumberPointer(Shape number) -> of(number);
            case Shape.Address _ -> TypeName.LONG;
            case Shape.UnionValue it -> of(it.union().type());
        };
    }

    private static TypeName boxed(int bits) {
        return bits < 32 ? TypeName.INT.box() : TypeName.LONG.box();
    }

    private static TypeName listOf(TypeName element) {
        return ParameterizedTypeName.get(LIST, element);
    }

    static boolean isGuid(JavaType key) {
        return key.simpleName().equals("Guid");
    }
}
