package io.github.wfp4j.netsh;

/** The kinds of dumps. */
public enum NetshForm {
    /** What {@code netsh wfp show state} writes: everything. */
    STATE("wfpstate"),

    /** What {@code netsh wfp show filters} writes: filters and providers. */
    FILTERS("wfpdiag"),

    /** What {@code netsh wfp show netevents} writes: network events. */
    NET_EVENTS("netEvents");

    private final String root;

    NetshForm(String root) {
        this.root = root;
    }

    /** {@return the name of the root element} */
    public String root() {
        return root;
    }
}
