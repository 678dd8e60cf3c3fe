package io.github.wfp4j.embedded;

/** What a client holds by a handle. */
interface Leakable {
    /** {@return what it is} */
    LeakReport.Kind kind();

    /** {@return what it is about, for the report} */
    String description();
}
