package io.github.wfp4j.scenarios.lint;

/** How much a finding matters, the worst first. */
public enum Severity {
    /** Microsoft's rules are broken: traffic that IPsec protects will suffer. */
    ERROR,

    /** Traffic may suffer. */
    WARNING,

    /** Good to know. */
    INFO,

    /** Something that no object of the engine shows: check it in the driver. */
    ADVISORY
}
