/**
 * The Windows Filtering Platform management API.
 *
 * <p>Start with {@link io.github.wfp4j.engine}.
 */
module io.github.wfp4j {
    requires java.xml;
    requires jdk.jfr; // not static: on the module path a module that nothing requires is not there
    requires static org.assertj.core; // for who tests policies with it; others do not need it
    requires static transitive org.jspecify; // its annotations stand in exported signatures

    exports io.github.wfp4j.assertj;
    exports io.github.wfp4j.embedded;
    exports io.github.wfp4j.engine;
    exports io.github.wfp4j.explain;
    exports io.github.wfp4j.fwp;
    exports io.github.wfp4j.fwpm;
    exports io.github.wfp4j.ikeext;
    exports io.github.wfp4j.ipsec;
    exports io.github.wfp4j.netsh;
    exports io.github.wfp4j.types;
    exports io.github.wfp4j.view;
    exports io.github.wfp4j.win32;
}
