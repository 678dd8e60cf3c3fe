package io.github.wfp4j.scenarios.install;

/** What became of an instance. */
public enum Change {
    /** It was not there, now it is. */
    ADDED,

    /** It was there already, with the same parameters. */
    UNCHANGED,

    /** It was there with other parameters, which are gone. */
    REPLACED,

    /** Its outbound security association was left out before, and is there now. */
    COMPLETED
}
