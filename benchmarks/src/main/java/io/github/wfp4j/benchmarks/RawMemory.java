package io.github.wfp4j.benchmarks;

import com.sun.jna.Pointer;

import sun.misc.Unsafe;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Field;

/**
 * Reads at addresses, without any check.
 *
 * <p>Only one of the subclasses is loaded in a benchmark's process, so the calls of its methods are
 * bound as if the class were final.
 */
abstract class RawMemory {
    abstract byte int8(long address);

    abstract short int16(long address);

    abstract int int32(long address);

    abstract long int64(long address);

    abstract byte[] bytes(long address, int length);

    /** {@return UTF-16 text up to its terminating zero} */
    String text(long address) {
        int length = 0;
        while (int16(address + 2L * length) != 0) {
            length++;
        }
        return new String(chars(address, length));
    }

    abstract char[] chars(long address, int length);

    /** A {@link MemorySegment} of all memory. */
    @SuppressWarnings("restricted")
    static final class Segments extends RawMemory {
        private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

        @Override
        byte int8(long address) {
            return ALL.get(ValueLayout.JAVA_BYTE, address);
        }

        @Override
        short int16(long address) {
            return ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, address);
        }

        @Override
        int int32(long address) {
            return ALL.get(ValueLayout.JAVA_INT_UNALIGNED, address);
        }

        @Override
        long int64(long address) {
            return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, address);
        }

        @Override
        byte[] bytes(long address, int length) {
            byte[] bytes = new byte[length];
            MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, bytes, 0, length);
            return bytes;
        }

        @Override
        char[] chars(long address, int length) {
            char[] chars = new char[length];
            MemorySegment.copy(ALL, ValueLayout.JAVA_CHAR_UNALIGNED, address, chars, 0, length);
            return chars;
        }
    }

    /** {@link Unsafe}, which will go away. */
    @SuppressWarnings({"deprecation", "removal", "SunApi"})
    static final class Unsafely extends RawMemory {
        private static final Unsafe UNSAFE = unsafe();

        private static Unsafe unsafe() {
            try {
                Field field = Unsafe.class.getDeclaredField("theUnsafe");
                field.setAccessible(true);
                return (Unsafe) field.get(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("skipped: no sun.misc.Unsafe", e);
            }
        }

        @Override
        byte int8(long address) {
            return UNSAFE.getByte(address);
        }

        @Override
        short int16(long address) {
            return UNSAFE.getShort(address);
        }

        @Override
        int int32(long address) {
            return UNSAFE.getInt(address);
        }

        @Override
        long int64(long address) {
            return UNSAFE.getLong(address);
        }

        @Override
        byte[] bytes(long address, int length) {
            byte[] bytes = new byte[length];
            UNSAFE.copyMemory(null, address, bytes, Unsafe.ARRAY_BYTE_BASE_OFFSET, length);
            return bytes;
        }

        @Override
        char[] chars(long address, int length) {
            char[] chars = new char[length];
            UNSAFE.copyMemory(null, address, chars, Unsafe.ARRAY_CHAR_BASE_OFFSET, 2L * length);
            return chars;
        }
    }

    /** JNA's {@link Pointer}: one to the start of memory, which is the cheapest way to use them. */
    static final class Pointers extends RawMemory {
        private final Pointer memory = new Pointer(0);

        @Override
        byte int8(long address) {
            return memory.getByte(address);
        }

        @Override
        short int16(long address) {
            return memory.getShort(address);
        }

        @Override
        int int32(long address) {
            return memory.getInt(address);
        }

        @Override
        long int64(long address) {
            return memory.getLong(address);
        }

        @Override
        byte[] bytes(long address, int length) {
            return memory.getByteArray(address, length);
        }

        // A char of JNA has the size of C's wchar_t, which differs between systems.
        @Override
        char[] chars(long address, int length) {
            short[] shorts = memory.getShortArray(address, length);
            char[] chars = new char[length];
            for (int i = 0; i < length; i++) {
                chars[i] = (char) shorts[i];
            }
            return chars;
        }
    }
}
