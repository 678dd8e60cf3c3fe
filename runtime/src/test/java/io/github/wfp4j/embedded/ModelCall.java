package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.Key;

/** A call of the API by one of the sessions, as a value that the engine and its model both take. */
sealed interface ModelCall {
    /** Opens the session; if it is open, a second one with the same key. */
    record Open() implements ModelCall {}

    record Close() implements ModelCall {}

    record Begin(boolean readOnly) implements ModelCall {}

    record Commit() implements ModelCall {}

    record Abort() implements ModelCall {}

    record AddProvider(FwpmProvider0 provider) implements ModelCall {}

    record AddSublayer(FwpmSublayer0 sublayer) implements ModelCall {}

    record AddCallout(FwpmCallout0 callout) implements ModelCall {}

    record AddContext(FwpmProviderContext3 context) implements ModelCall {}

    record AddFilter(FwpmFilter0 filter) implements ModelCall {}

    record Delete(ModelKind kind, Key key) implements ModelCall {}

    record Get(ModelKind kind, Key key) implements ModelCall {}

    /**
     * Deletes by id.
     *
     * @param serial how many ids of that kind were given before this one
     */
    record DeleteById(ModelKind kind, int serial) implements ModelCall {}

    /**
     * Gets by id.
     *
     * @param serial how many ids of that kind were given before this one
     */
    record GetById(ModelKind kind, int serial) implements ModelCall {}

    record OpenEnumeration(ModelKind kind) implements ModelCall {}

    /**
     * Reads a page.
     *
     * @param kind the kind of object that the called function is for
     * @param serial how many enumerations were opened before this one
     * @param count how many objects to read
     */
    record Next(ModelKind kind, int serial, int count) implements ModelCall {}

    record CloseEnumeration(ModelKind kind, int serial) implements ModelCall {}
}
