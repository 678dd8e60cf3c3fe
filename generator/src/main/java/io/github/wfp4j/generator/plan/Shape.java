package io.github.wfp4j.generator.plan;

/** How a member lies in memory, and with it what Java makes of it. */
public sealed interface Shape {
    /** An integer of 8, 16, 32 or 64 bits. */
    record Whole(int bits, boolean signed) implements Shape {}

    /** A {@code float} or {@code double}. */
    record Floating(int bits) implements Shape {}

    /** A {@code BOOL}: 32 bits, anything but 0 is true. */
    record Bool() implements Shape {}

    /** An integer that holds an enumerator. */
    record EnumValue(EnumPlan type, int bits) implements Shape {}

    /** An integer that holds flags. */
    record FlagsValue(FlagsPlan type, int bits) implements Shape {}

    /** A GUID in place. */
    record GuidValue(JavaType key) implements Shape {}

    /** A pointer to a GUID. */
    record GuidPointer(JavaType key) implements Shape {}

    /** A struct in place. */
    record StructValue(StructRef struct) implements Shape {}

    /** A pointer to a struct. */
    record StructPointer(StructRef struct) implements Shape {}

    /** A pointer to zero-terminated UTF-16. */
    record Text() implements Shape {}

    /** A pointer to counted UTF-16 without a terminator. */
    record CountedText(Count count) implements Shape {}

    /** A pointer to a security identifier. */
    record SidPointer() implements Shape {}

    /** A fixed array of bytes. */
    record FixedBytes(int length) implements Shape {}

    /** A fixed array of unsigned integers. */
    record FixedNumbers(int bits, int length) implements Shape {}

    /** A pointer to counted bytes. */
    record CountedBytes(Count count) implements Shape {}

    /** A pointer to counted unsigned integers. */
    record CountedNumbers(int bits, Count count) implements Shape {}

    /** A pointer to counted GUIDs. */
    record CountedGuids(JavaType key, Count count) implements Shape {}

    /** A pointer to counted structs. */
    record CountedStructs(StructRef struct, Count count) implements Shape {}

    /** A pointer to counted pointers to zero-terminated text, UTF-16 or 8-bit. */
    record CountedTexts(boolean wide, Count count) implements Shape {}

    /** A pointer to a number. */
    record NumberPointer(Shape number) implements Shape {}

    /** A pointer that Java only passes on. */
    record Address() implements Shape {}

    /** A tagged union. */
    record UnionValue(UnionPlan union) implements Shape {}
}
