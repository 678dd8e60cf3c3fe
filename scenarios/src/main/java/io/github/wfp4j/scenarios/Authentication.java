package io.github.wfp4j.scenarios;

import static java.util.stream.Collectors.joining;

import io.github.wfp4j.ikeext.IkeextAuthenticationImpersonationType;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextEmPolicy2;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who the peers are to each other. A keying module offers those of the methods that it has.
 *
 * @param first the methods of main mode, which are about the computers, the preferred first
 * @param second the methods of AuthIP's extended mode, which are about the users, the preferred
 *     first; empty for none
 */
public record Authentication(List<AuthenticationMethod> first, List<AuthenticationMethod> second) {
    /**
     * The computers authenticate with Kerberos: the only method of the pages' keying modules that
     * needs no data of the site, such as a certificate or a key. The users do not: that takes an
     * extended mode policy at both peers.
     */
    public static final Authentication DEFAULT = of(new AuthenticationMethod.Kerberos());

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no first method, or one twice
     */
    public Authentication {
        first = List.copyOf(first);
        second = List.copyOf(second);
        if (first.isEmpty()) {
            throw new IllegalArgumentException("authentication must have a method");
        }
        requireDistinct(first);
        requireDistinct(second);
        for (AuthenticationMethod method : second) {
            if (method.of(KeyingModule.AUTHIP) == null) {
                throw new IllegalArgumentException(
                        "the second authentication cannot be by " + method);
            }
        }
    }

    /**
     * {@return one of the computers alone}
     *
     * @param first the methods, the preferred first
     * @throws IllegalArgumentException if there is none, or one twice
     */
    public static Authentication of(AuthenticationMethod... first) {
        return new Authentication(List.of(first), List.of());
    }

    /**
     * {@return a copy with another authentication of the users}
     *
     * @param second the methods of extended mode
     * @throws IllegalArgumentException if there is one twice, or one that AuthIP does not have
     */
    public Authentication withSecond(AuthenticationMethod... second) {
        return new Authentication(first, List.of(second));
    }

    /**
     * Refuses keying modules with which this cannot be done.
     *
     * @throws IllegalArgumentException if one has none of the methods, or a second authentication
     *     is asked for without AuthIP
     */
    void require(Set<KeyingModule> keyingModules) {
        for (KeyingModule module : keyingModules) {
            if (mainMode(module).isEmpty()) {
                throw new IllegalArgumentException(
                        "keyingModules must not hold %s, which cannot authenticate by %s"
                                .formatted(module, text(first)));
            }
        }
        if (!second.isEmpty() && !keyingModules.contains(KeyingModule.AUTHIP)) {
            throw new IllegalArgumentException(
                    "keyingModules must hold AuthIP for a second authentication: " + keyingModules);
        }
    }

    /** What a keying module leaves out, in words. */
    List<String> warnings(Set<KeyingModule> keyingModules) {
        return keyingModules.stream()
                .flatMap(module ->
                        first.stream()
                                .filter(method -> method.of(module) == null)
                                .map(method ->
                                        "%s cannot authenticate by %s and offers the rest"
                                                .formatted(module, method)))
                .toList();
    }

    /** The methods that a keying module has for main mode. */
    List<IkeextAuthenticationMethod2> mainMode(KeyingModule keyingModule) {
        return methods(first, keyingModule);
    }

    /** The policy of extended mode, or null if there is none. */
    @Nullable IkeextEmPolicy2 extendedMode(KeyingModule keyingModule) {
        return second.isEmpty() || keyingModule != KeyingModule.AUTHIP
                ? null
                : IkeextEmPolicy2.of(methods(second, keyingModule))
                        // In the name of whose socket it is, as in the transport mode sample.
                        .withInitiatorImpersonationType(
                                IkeextAuthenticationImpersonationType.SOCKET_PRINCIPAL);
    }

    private static List<IkeextAuthenticationMethod2> methods(
            List<AuthenticationMethod> methods, KeyingModule keyingModule) {
        return methods.stream()
                .map(method -> method.of(keyingModule))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static void requireDistinct(List<AuthenticationMethod> methods) {
        if (new HashSet<>(methods).size() != methods.size()) {
            throw new IllegalArgumentException(
                    "authentication must not have a method twice: " + text(methods));
        }
    }

    private static String text(List<AuthenticationMethod> methods) {
        return methods.stream().map(AuthenticationMethod::toString).collect(joining(" or "));
    }
}
