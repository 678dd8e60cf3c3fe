package io.github.wfp4j.embedded;

/** What has to come next for a security association context (9.1). */
enum SaStep {
    /** An SPI for the next pair: nothing is on its way. */
    SPI,

    /** The inbound bundle of the pair that has an SPI. */
    INBOUND,

    /** The outbound bundle, which completes the pair. */
    OUTBOUND,

    /** Nothing: it was expired. */
    NONE
}
