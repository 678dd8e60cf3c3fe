package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.StringJoiner;

/**
 * A security identifier: a user, a group, a service or an app container.
 *
 * <p>C: {@code SID}, {@code winnt.h}. The revision is always 1.
 *
 * @param identifierAuthority the authority, 0 to 2^48 - 1; 5 for Windows itself, 15 for app
 *     containers
 * @param subAuthorities the numbers below it, at most 15, each 0 to 4294967295
 */
public record Sid(long identifierAuthority, List<Long> subAuthorities) {
    /** The most numbers below the authority that a SID can have. */
    public static final int MAX_SUB_AUTHORITIES = 15;

    private static final int REVISION = 1;
    private static final int HEADER_SIZE = 8;
    private static final long MAX_AUTHORITY = (1L << 48) - 1;

    /**
     * Checks the ranges and copies the list.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Sid {
        if (identifierAuthority < 0 || identifierAuthority > MAX_AUTHORITY) {
            throw new IllegalArgumentException(
                    "identifierAuthority must be in 0.."
                            + MAX_AUTHORITY
                            + ": "
                            + identifierAuthority);
        }
        subAuthorities = List.copyOf(subAuthorities);
        if (subAuthorities.size() > MAX_SUB_AUTHORITIES) {
            throw new IllegalArgumentException(
                    "a SID has at most 15 subAuthorities: " + subAuthorities.size());
        }
        subAuthorities.forEach(number -> Unsigned.requireUint32(number, "subAuthority"));
    }

    /**
     * {@return the SID with the given text}
     *
     * @param text for example {@code S-1-5-18}; the authority may be hexadecimal, as Windows writes
     *     it from 2^32 on
     * @throws IllegalArgumentException if the text is not a SID
     */
    public static Sid of(String text) {
        requireNonNull(text, "text");
        String[] parts = text.split("-", -1);
        if (parts.length < 3 || !parts[0].equalsIgnoreCase("S") || !parts[1].equals("1")) {
            throw notASid(text, null);
        }
        try {
            Long[] numbers = new Long[parts.length - 3];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Long.parseLong(parts[i + 3]);
            }
            return new Sid(Long.decode(parts[2]), List.of(numbers));
        } catch (IllegalArgumentException e) {
            throw notASid(text, e);
        }
    }

    /**
     * {@return the binary form: a revision, a count, the authority and the numbers below it}
     *
     * <p>C: {@code SID}, {@code winnt.h}. 8 bytes and 4 for each sub-authority.
     */
    public Bytes toBytes() {
        ByteBuffer out = ByteBuffer.allocate(HEADER_SIZE + Integer.BYTES * subAuthorities.size());
        out.put((byte) REVISION).put((byte) subAuthorities.size());
        out.putShort((short) (identifierAuthority >>> Integer.SIZE));
        out.putInt((int) identifierAuthority);
        out.order(ByteOrder.LITTLE_ENDIAN);
        subAuthorities.forEach(number -> out.putInt(number.intValue()));
        return Bytes.of(out.array());
    }

    /**
     * {@return the SID with the given binary form}
     *
     * @param bytes the form; what follows it is ignored
     * @throws IllegalArgumentException if there is none
     */
    public static Sid of(Bytes bytes) {
        return read(ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN));
    }

    /**
     * {@return the SID at the position of a buffer, which is moved behind it}
     *
     * @throws IllegalArgumentException if there is none
     */
    static Sid read(ByteBuffer in) {
        int count = in.remaining() < HEADER_SIZE ? -1 : in.get(in.position() + 1);
        if (count < 0
                || count > MAX_SUB_AUTHORITIES
                || in.get(in.position()) != REVISION
                || in.remaining() < HEADER_SIZE + Integer.BYTES * count) {
            throw new IllegalArgumentException("there is no SID at byte " + in.position());
        }
        ByteBuffer bigEndian = in.duplicate().order(ByteOrder.BIG_ENDIAN);
        long authority = bigEndian.getLong(in.position()) & MAX_AUTHORITY;
        in.position(in.position() + HEADER_SIZE);
        Long[] numbers = new Long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Integer.toUnsignedLong(in.getInt());
        }
        return new Sid(authority, List.of(numbers));
    }

    private static IllegalArgumentException notASid(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "a SID is S-1-authority-number..., for example S-1-5-18: " + text, cause);
    }

    /** {@return the text that Windows writes} */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner("-", "S-1-", "");
        text.add(
                identifierAuthority > 0xFFFF_FFFFL
                        ? "0x%012X".formatted(identifierAuthority)
                        : Long.toString(identifierAuthority));
        subAuthorities.forEach(number -> text.add(Long.toString(number)));
        return text.toString();
    }
}
