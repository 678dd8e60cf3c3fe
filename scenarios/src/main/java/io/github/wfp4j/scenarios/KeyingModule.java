package io.github.wfp4j.scenarios;

/**
 * A keying module that negotiates for a scenario. The pages of the scenarios know these two; IKEv2
 * is not among them.
 */
public enum KeyingModule {
    /** Internet Key Exchange, version 1. */
    IKE("IKE"),

    /** Authenticated IP, Microsoft's extension of IKE. Where both peers have both, it wins. */
    AUTHIP("AuthIP");

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
