package io.github.wfp4j.scenarios.cli;

import static java.util.stream.Collectors.joining;

import io.github.wfp4j.explain.Direction;
import io.github.wfp4j.explain.Endpoint;
import io.github.wfp4j.explain.FlowState;
import io.github.wfp4j.explain.NegotiationState;
import io.github.wfp4j.explain.Occasion;
import io.github.wfp4j.explain.Protection;
import io.github.wfp4j.scenarios.IpVersion;
import io.github.wfp4j.scenarios.KeyingModule;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.Ipproto;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Read the values of options. */
final class Converters {
    private Converters() {}

    /** Reads {@code auto}, {@code system} or {@code embedded}. */
    static final class EngineName implements ITypeConverter<EngineChoice> {
        @Override
        public EngineChoice convert(String value) {
            return constant(value, EngineChoice.values());
        }
    }

    /** Reads {@code ike} or {@code authip}. */
    static final class KeyingModuleName implements ITypeConverter<KeyingModule> {
        @Override
        public KeyingModule convert(String value) {
            return constant(value, KeyingModule.values());
        }
    }

    /** Reads {@code v4} or {@code v6}. */
    static final class IpVersionName implements ITypeConverter<IpVersion> {
        @Override
        public IpVersion convert(String value) {
            return constant(value, IpVersion.values());
        }
    }

    /** Reads a GUID. */
    static final class ProviderGuid implements ITypeConverter<ProviderKey> {
        @Override
        public ProviderKey convert(String value) {
            try {
                return ProviderKey.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Reads {@code out}, {@code in} or {@code forward}. */
    static final class DirectionName implements ITypeConverter<Direction> {
        @Override
        public Direction convert(String value) {
            return named(
                    value,
                    Map.of(
                            "out", Direction.OUTBOUND,
                            "in", Direction.INBOUND,
                            "forward", Direction.FORWARDED));
        }
    }

    /** Reads {@code new}, {@code out} or {@code in}. */
    static final class FlowName implements ITypeConverter<FlowState> {
        @Override
        public FlowState convert(String value) {
            return named(
                    value,
                    Map.of(
                            "new", FlowState.NONE,
                            "out", FlowState.authorised(Direction.OUTBOUND),
                            "in", FlowState.authorised(Direction.INBOUND)));
        }
    }

    /** Reads {@code none}, {@code auth} or {@code encrypt}. */
    static final class ProtectionName implements ITypeConverter<Protection> {
        @Override
        public Protection convert(String value) {
            return named(
                    value,
                    Map.of(
                            "none", Protection.CLEAR,
                            "auth", Protection.AUTHENTICATED,
                            "encrypt", Protection.ENCRYPTED));
        }
    }

    /** Reads {@code not-started}, {@code running} or {@code failed}. */
    static final class NegotiationName implements ITypeConverter<NegotiationState> {
        @Override
        public NegotiationState convert(String value) {
            return constant(value, NegotiationState.values());
        }
    }

    /** Reads {@code first}, {@code later} and so on. */
    static final class OccasionName implements ITypeConverter<Occasion> {
        @Override
        public Occasion convert(String value) {
            return constant(value, Occasion.values());
        }
    }

    /** Reads the name or number of a protocol. */
    static final class ProtocolName implements ITypeConverter<Integer> {
        private static final Map<String, Integer> NAMES =
                Map.of(
                        "tcp", Ipproto.TCP,
                        "udp", Ipproto.UDP,
                        "icmp", Ipproto.ICMP,
                        "icmpv6", Ipproto.ICMPV6,
                        "esp", Ipproto.ESP,
                        "ah", Ipproto.AH);

        @Override
        public Integer convert(String value) {
            if (value.matches("\\d{1,3}") && Integer.parseInt(value) <= 255) {
                return Integer.valueOf(value);
            }
            return named(value, NAMES);
        }
    }

    /** Reads an address with or without a port. */
    static final class End implements ITypeConverter<Endpoint> {
        @Override
        public Endpoint convert(String value) {
            try {
                return Endpoint.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Reads a SID. */
    static final class SidText implements ITypeConverter<Sid> {
        @Override
        public Sid convert(String value) {
            try {
                return Sid.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    private static <T> T named(String value, Map<String, T> names) {
        T found = names.get(value.toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new TypeConversionException(
                    "'%s' is none of %s"
                            .formatted(
                                    value,
                                    names.keySet().stream().sorted().collect(joining(", "))));
        }
        return found;
    }

    private static <E extends Enum<E>> E constant(String value, E[] constants) {
        return Stream.of(constants)
                .filter(constant -> name(constant).equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException(
                                "'%s' is none of %s"
                                        .formatted(
                                                value,
                                                Stream.of(constants)
                                                        .map(Converters::name)
                                                        .collect(joining(", ")))));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
