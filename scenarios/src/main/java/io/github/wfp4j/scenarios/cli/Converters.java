package io.github.wfp4j.scenarios.cli;

import static java.util.stream.Collectors.joining;

import io.github.wfp4j.scenarios.IpVersion;
import io.github.wfp4j.scenarios.KeyingModule;
import io.github.wfp4j.types.ProviderKey;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Locale;
import java.util.stream.Stream;

/** Read the values of options. */
final class Converters {
    private Converters() {}

    /** Reads the name of a format. */
    static final class FormatName implements ITypeConverter<ShowFormat> {
        @Override
        public ShowFormat convert(String value) {
            return constant(value, ShowFormat.values());
        }
    }

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
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
