package io.github.wfp4j.netsh;

/** The kinds of objects that a dump has records of. */
public enum NetshSection {
    /** Sessions: {@code sessions}. */
    SESSIONS("sessions"),

    /** Layers: {@code layers}. */
    LAYERS("layers"),

    /** Callouts, which stand beside their layer: {@code callouts}. */
    CALLOUTS("callouts"),

    /** Filters, which stand beside their layer in a state: {@code filters}. */
    FILTERS("filters"),

    /** Providers: {@code providers}. */
    PROVIDERS("providers"),

    /** Provider contexts: {@code providerContexts}. */
    PROVIDER_CONTEXTS("providerContexts"),

    /** Sublayers: {@code subLayers}. */
    SUB_LAYERS("subLayers"),

    /** Network events: {@code netEvents}. */
    NET_EVENTS("netEvents");

    private final String element;

    NetshSection(String element) {
        this.element = element;
    }

    /** {@return what the list of these objects is called in a dump} */
    public String element() {
        return element;
    }
}
