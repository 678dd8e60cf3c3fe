package io.github.wfp4j.scenarios;

/**
 * A keying module that negotiates for a scenario.
 *
 * <p>The pages of the scenarios know the first two. IKEv2, for which Windows has contexts since
 * version 7 (main mode and tunnel) and 8 (transport), is an extension of this library (C11).
 */
public enum KeyingModule {
    /** Internet Key Exchange, version 1. */
    IKE("IKE"),

    /** Authenticated IP, Microsoft's extension of IKE. Where both peers have both, it wins. */
    AUTHIP("AuthIP"),

    /** Internet Key Exchange, version 2. */
    IKEV2("IKEv2");

    private final String title;

    KeyingModule(String title) {
        this.title = title;
    }

    /** {@return the name as it is written in texts} */
    @Override
    public String toString() {
        return title;
    }
}
