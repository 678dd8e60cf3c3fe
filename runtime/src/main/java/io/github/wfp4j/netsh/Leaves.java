package io.github.wfp4j.netsh;

import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.Filetime;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How single values are written. */
final class Leaves {
    private static final int MAX_QUOTED = 60;
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,20})(?: \\([A-Za-z0-9_]+\\))?");
    private static final Pattern QUAD =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private static final Instant FIRST = Instant.parse("1601-01-01T00:00:00Z");

    /** Numbers with so many digits are below 2^63. */
    private static final int SMALL = 18;

    private static final int TICK = 100;
    private static final long TICKS_PER_SECOND = 10_000_000;
    private static final long TICKS_PER_MILLISECOND = 10_000;

    /** Years after it have more digits. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** Bit 32 and above are the upper half. */
    private static final long LOW = 0xFFFF_FFFFL;

    /** What stands for no SID. */
    static final Sid NO_SID = Sid.of("S-1-0-0");

    private Leaves() {}

    /** {@return the start of a text between quotes, for messages} */
    static String quoted(String text) {
        return text.length() > MAX_QUOTED
                ? "'" + text.substring(0, MAX_QUOTED) + "…'"
                : "'" + text + "'";
    }

    /** {@return the text of an element that must not have others in it} */
    static String text(Element element) {
        if (!element.children().isEmpty()) {
            throw new NetshFormatException(
                    element,
                    "<%s> holds <%s> instead of text"
                            .formatted(element.name(), element.children().getFirst().name()));
        }
        return element.text().strip();
    }

    /** {@return that there is no such thing in an element} */
    static NetshFormatException wrong(Element element, String what) {
        return new NetshFormatException(
                element,
                "<%s> holds no %s: %s".formatted(element.name(), what, quoted(element.text())));
    }

    /**
     * {@return a number: signed, or unsigned with up to 64 bits; the name in brackets that some
     * have is left out}
     */
    static long number(Element element) {
        String text = text(element);
        if (isSmall(text)) {
            return Long.parseLong(text);
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            throw wrong(element, "number");
        }
        BigInteger value = new BigInteger(number.group(1));
        if (value.compareTo(TWO_TO_64) >= 0 || value.compareTo(LEAST) < 0) {
            throw wrong(element, "number of 64 bits");
        }
        return value.longValue();
    }

    /** {@return whether a text is a number as nearly all are, which are read the fast way} */
    private static boolean isSmall(String text) {
        if (text.isEmpty() || text.length() > SMALL) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** {@return an IPv4 address in host byte order: four numbers with dots, or one number} */
    static long v4Address(Element element) {
        Matcher quad = QUAD.matcher(text(element));
        if (!quad.matches()) {
            return number(element);
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            int part = Integer.parseInt(quad.group(i));
            if (part > 0xFF) {
                throw wrong(element, "IPv4 address");
            }
            address = address << Byte.SIZE | part;
        }
        return address;
    }

    /** {@return four numbers with dots} */
    static String v4Address(long address) {
        return "%d.%d.%d.%d"
                .formatted(
                        address >>> 24 & 0xFF,
                        address >>> 16 & 0xFF,
                        address >>> 8 & 0xFF,
                        address & 0xFF);
    }

    /** {@return bytes: hexadecimal digits, those of a hardware address also with separators} */
    static Bytes bytes(Element element) {
        String digits = text(element);
        if (digits.indexOf('-') >= 0 || digits.indexOf(':') >= 0) {
            digits = digits.replace("-", "").replace(":", "");
        }
        try {
            return Bytes.ofHex(digits);
        } catch (IllegalArgumentException e) {
            throw wrong(element, "bytes in hexadecimal digits");
        }
    }

    static boolean truth(Element element) {
        return switch (text(element)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(element, "'true' or 'false'");
        };
    }

    /** {@return a SID} */
    static Sid sid(Element element) {
        try {
            return Sid.of(text(element));
        } catch (IllegalArgumentException e) {
            throw wrong(element, "SID");
        }
    }

    /** {@return a point in time} */
    static Filetime time(Element element) {
        try {
            Duration since = Duration.between(FIRST, Instant.parse(text(element)));
            BigInteger ticks =
                    BigInteger.valueOf(since.getSeconds())
                            .multiply(BigInteger.valueOf(TICKS_PER_SECOND))
                            .add(BigInteger.valueOf(since.getNano() / TICK));
            if (ticks.signum() >= 0 && ticks.bitLength() <= Long.SIZE) {
                long time = ticks.longValue();
                return new Filetime(time & LOW, time >>> Integer.SIZE);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Falls through to the complaint.
        }
        throw wrong(element, "time");
    }

    /** {@return a point in time, with milliseconds or, where they do not suffice, more digits} */
    static String time(Filetime time) {
        long ticks = time.dwHighDateTime() << Integer.SIZE | time.dwLowDateTime();
        Instant instant =
                FIRST.plusSeconds(Long.divideUnsigned(ticks, TICKS_PER_SECOND))
                        .plusNanos(Long.remainderUnsigned(ticks, TICKS_PER_SECOND) * TICK);
        boolean isWhole = Long.remainderUnsigned(ticks, TICKS_PER_MILLISECOND) == 0;
        boolean usual = isWhole && instant.isBefore(LAST);
        return usual ? MILLISECONDS.format(instant) : instant.toString();
    }

    /** {@return a number that is written with decimals} */
    static double real(Element element) {
        try {
            return Double.parseDouble(text(element));
        } catch (NumberFormatException e) {
            throw wrong(element, "number");
        }
    }

    /** {@return whether it is no SID} */
    static boolean isNone(@Nullable Sid sid) {
        return sid == null || sid.equals(NO_SID);
    }
}
