package io.github.wfp4j.scenarios.cli;

import static java.util.stream.Collectors.joining;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.explain.Direction;
import io.github.wfp4j.explain.Endpoint;
import io.github.wfp4j.explain.FlowState;
import io.github.wfp4j.explain.NegotiationState;
import io.github.wfp4j.explain.Occasion;
import io.github.wfp4j.explain.Protection;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.ipsec.IpsecPfsGroup;
import io.github.wfp4j.scenarios.AddressRange;
import io.github.wfp4j.scenarios.DomainIsolation;
import io.github.wfp4j.scenarios.Identities;
import io.github.wfp4j.scenarios.IpVersion;
import io.github.wfp4j.scenarios.KeyingModule;
import io.github.wfp4j.scenarios.ManualTransform;
import io.github.wfp4j.scenarios.NatTraversal;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.types.SublayerKey;

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

    /** Reads the name of a format. */
    static final class FormatName implements ITypeConverter<ShowFormat> {
        @Override
        public ShowFormat convert(String value) {
            return constant(value, ShowFormat.values());
        }
    }

    /** Reads {@code ike}, {@code authip} or {@code ikev2}. */
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

    /** Reads {@code modern} or {@code legacy}. */
    static final class SuiteText implements ITypeConverter<NegotiationOptions.SuiteName> {
        @Override
        public NegotiationOptions.SuiteName convert(String value) {
            return constant(value, NegotiationOptions.SuiteName.values());
        }
    }

    /** Reads the name of a method of authentication. */
    static final class MethodName implements ITypeConverter<NegotiationOptions.MethodName> {
        @Override
        public NegotiationOptions.MethodName convert(String value) {
            return constant(value, NegotiationOptions.MethodName.values());
        }
    }

    /** Reads the id of a transport scenario. */
    static final class BaseText implements ITypeConverter<BaseName> {
        @Override
        public BaseName convert(String value) {
            return constant(value, BaseName.values());
        }
    }

    /** Reads where address translation is allowed. */
    static final class NatName implements ITypeConverter<NatTraversal> {
        @Override
        public NatTraversal convert(String value) {
            return constant(value, NatTraversal.values());
        }
    }

    /** Reads a group of perfect forward secrecy. */
    static final class PfsGroup implements ITypeConverter<IpsecPfsGroup> {
        @Override
        public IpsecPfsGroup convert(String value) {
            return constant(value, IpsecPfsGroup.values());
        }
    }

    /** Reads a zone of an isolated domain. */
    static final class ZoneName implements ITypeConverter<DomainIsolation.Zone> {
        @Override
        public DomainIsolation.Zone convert(String value) {
            return constant(value, DomainIsolation.Zone.values());
        }
    }

    /** Reads how packets are protected. */
    static final class TransformName implements ITypeConverter<ManualTransform> {
        @Override
        public ManualTransform convert(String value) {
            return constant(value, ManualTransform.values());
        }
    }

    /** Reads the index of a security association, decimal or with 0x. */
    static final class SecurityParameterIndex implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            try {
                return Long.decode(value);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'%s' is no number".formatted(value));
            }
        }
    }

    /** Reads an address or a subnet. */
    static final class AddressText implements ITypeConverter<AddressRange> {
        @Override
        public AddressRange convert(String value) {
            try {
                return AddressRange.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        String.valueOf(e.getMessage()).replaceFirst("remoteAddress", "it"));
            }
        }
    }

    /** Reads a protocol, by name or number. */
    static final class ProtocolNumber implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            try {
                return Conditions.protocol(value).conditionValue()
                                instanceof FwpConditionValue0.Uint8(int number)
                        ? number
                        : Integer.parseInt(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Reads SIDs or a security descriptor. */
    static final class Members implements ITypeConverter<SecurityDescriptor> {
        @Override
        public SecurityDescriptor convert(String value) {
            try {
                return value.startsWith("S-")
                        ? Identities.members(Stream.of(value.split(",", -1)).map(Sid::of).toList())
                        : SecurityDescriptor.ofSddl(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Reads a GUID. */
    static final class SublayerGuid implements ITypeConverter<SublayerKey> {
        @Override
        public SublayerKey convert(String value) {
            try {
                return SublayerKey.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
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
                .filter(constant ->
                        name(constant).equals(value.toLowerCase(Locale.ROOT))
                                // What a shell completes.
                                || constant.toString().equals(value))
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
