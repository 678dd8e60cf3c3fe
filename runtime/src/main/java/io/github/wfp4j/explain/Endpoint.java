package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.types.Unsigned;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One end of a flow.
 *
 * @param address its address, or null if it is not known
 * @param port its port, 0 to 65535, or null if it is not known or there are no ports
 */
public record Endpoint(@Nullable InetAddress address, @Nullable Integer port) {
    /** One of which nothing is known. */
    public static final Endpoint UNKNOWN = new Endpoint(null, null);

    // No short forms: 10.1 would be read as 10.0.0.1.
    private static final Pattern TEXT =
            Pattern.compile(
                    "\\[(?<v6>[^]]+)](:(?<v6port>\\d{1,5}))?"
                            + "|(?<v4>\\d{1,3}(\\.\\d{1,3}){3})(:(?<v4port>\\d{1,5}))?");

    /**
     * Checks the port.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public Endpoint {
        if (port != null) {
            Unsigned.requireUint16(port, "port");
        }
    }

    /**
     * {@return the end that a text describes}
     *
     * @param text {@code 10.0.0.5}, {@code 10.0.0.5:443}, {@code fd00::1}, {@code [fd00::1]} or
     *     {@code [fd00::1]:443}; no names
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Endpoint of(String text) {
        Matcher matcher = TEXT.matcher(text);
        boolean plainV6 = text.indexOf(':') != text.lastIndexOf(':') && !text.startsWith("[");
        if (!plainV6 && !matcher.matches()) {
            throw new IllegalArgumentException(
                    "endpoint must be an address, or one with a port: " + text);
        }
        String address = text;
        String port = null;
        if (!plainV6) {
            boolean v6 = matcher.group("v6") != null;
            address = requireNonNull(matcher.group(v6 ? "v6" : "v4"));
            port = matcher.group(v6 ? "v6port" : "v4port");
        }
        try {
            return new Endpoint(
                    InetAddress.ofLiteral(address), port == null ? null : Integer.valueOf(port));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "endpoint must be an address, or one with a port: " + text, e);
        }
    }

    /** {@return the same in the form that {@link #of} reads, {@code *} for what is not known} */
    @Override
    public String toString() {
        String host = address == null ? "*" : address.getHostAddress();
        if (port == null) {
            return host;
        }
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
