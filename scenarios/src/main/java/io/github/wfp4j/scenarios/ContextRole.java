package io.github.wfp4j.scenarios;

/** What a provider context is for; as with {@link Role}, its key follows from the text. */
enum ContextRole {
    /** Main mode. */
    MAIN_MODE("mm", "main mode policy"),

    /** Quick mode, for transport. */
    QUICK_MODE("qm", "quick mode policy"),

    /** Quick mode, for a tunnel. */
    TUNNEL("qm-tunnel", "tunnel policy");

    private final String text;
    private final String purpose;

    ContextRole(String text, String purpose) {
        this.text = text;
        this.purpose = purpose;
    }

    /** {@return what it is for, in words} */
    String purpose() {
        return purpose;
    }

    /** {@return the text from which keys follow} */
    @Override
    public String toString() {
        return text;
    }
}
