package io.github.wfp4j.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.ProviderContextKey;

import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One copy of a scenario in an engine.
 *
 * <p>The keys of its objects follow from this record and from an object's place in the scenario,
 * never from the parameters. So the objects are found again without knowing the parameters, and a
 * second copy only needs another name. A key is the version 3 UUID of {@link
 * UUID#nameUUIDFromBytes} over the parts, in UTF-8 and with a zero byte between them.
 *
 * @param scenario the scenario's id
 * @param name the name of this copy, by default the scenario's id: 1 to 64 letters, digits, blanks,
 *     dots, hyphens and underscores, a letter or digit first
 */
public record Instance(String scenario, String name) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name has another form
     */
    public Instance {
        requireNonNull(scenario, "scenario");
        if (!NAME.matcher(name).matches() || name.endsWith(" ")) {
            throw new IllegalArgumentException(
                    "name must be 1 to 64 letters, digits, blanks, dots, hyphens and underscores,"
                            + " beginning with a letter or digit and not ending with a blank: "
                            + printable(name));
        }
    }

    /**
     * {@return the key of a filter}
     *
     * @param role what the filter is for, as {@code icmp-exemption}
     * @param place the place of the filter
     */
    public FilterKey filterKey(String role, Place place) {
        return new FilterKey(guid("filter", role, place));
    }

    /**
     * {@return the key of a provider context}
     *
     * @param role what the context is for, as {@code mm}
     * @param place the place of the context; it has no version, one context serves both
     */
    public ProviderContextKey providerContextKey(String role, Place place) {
        return new ProviderContextKey(guid("provider context", role, place));
    }

    private Guid guid(String kind, String role, Place place) {
        String text =
                String.join(
                        "\0",
                        "wfp4j",
                        scenario,
                        name,
                        kind,
                        role,
                        nameOrNone(place.ipVersion()),
                        nameOrNone(place.keyingModule()),
                        Integer.toString(place.ordinal()));
        return Guid.of(UUID.nameUUIDFromBytes(text.getBytes(UTF_8)));
    }

    private static String nameOrNone(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name();
    }

    private static String printable(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * Where an object stands among those of one role.
     *
     * @param ipVersion the version, or null if the object serves both
     * @param keyingModule the keying module, or null if it has to do with none
     * @param ordinal counts the objects that the other two do not tell apart, from 0
     */
    public record Place(
            @Nullable IpVersion ipVersion, @Nullable KeyingModule keyingModule, int ordinal) {
        /**
         * {@return the only place of a version}
         *
         * @param ipVersion the version
         */
        public static Place of(IpVersion ipVersion) {
            return new Place(ipVersion, null, 0);
        }

        /**
         * {@return the only place of a keying module in a version}
         *
         * @param ipVersion the version
         * @param keyingModule the keying module
         */
        public static Place of(IpVersion ipVersion, KeyingModule keyingModule) {
            return new Place(ipVersion, keyingModule, 0);
        }

        /**
         * {@return the only place of a keying module}
         *
         * @param keyingModule the keying module
         */
        public static Place of(KeyingModule keyingModule) {
            return new Place(null, keyingModule, 0);
        }
    }
}
