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

    record AddProvider(FwpmProvider0 provider) implements ModelCall {
        @Override
        public String toString() {
            return "AddProvider[%s, %s, flags=%s]"
                    .formatted(
                            provider.providerKey(),
                            provider.displayData().name(),
                            provider.flags());
        }
    }

    record AddSublayer(FwpmSublayer0 sublayer) implements ModelCall {
        @Override
        public String toString() {
            return "AddSublayer[%s, %s, flags=%s, provider=%s, weight=%d]"
                    .formatted(
                            sublayer.subLayerKey(),
                            sublayer.displayData().name(),
                            sublayer.flags(),
                            sublayer.providerKey(),
                            sublayer.weight());
        }
    }

    record AddCallout(FwpmCallout0 callout) implements ModelCall {
        @Override
        public String toString() {
            return "AddCallout[%s, %s, flags=%s, provider=%s, %s]"
                    .formatted(
                            callout.calloutKey(),
                            callout.displayData().name(),
                            callout.flags(),
                            callout.providerKey(),
                            callout.applicableLayer());
        }
    }

    record AddContext(FwpmProviderContext3 context) implements ModelCall {
        @Override
        public String toString() {
            return "AddContext[%s, %s, flags=%s, provider=%s, %s]"
                    .formatted(
                            context.providerContextKey(),
                            context.displayData().name(),
                            context.flags(),
                            context.providerKey(),
                            context.policy().type());
        }
    }

    record AddFilter(FwpmFilter0 filter) implements ModelCall {
        @Override
        public String toString() {
            return "AddFilter[%s, %s, flags=%s, provider=%s, %s, sublayer=%s, %s, %s, %d conditions]"
                    .formatted(
                            filter.filterKey(),
                            filter.displayData().name(),
                            filter.flags(),
                            filter.providerKey(),
                            filter.layerKey(),
                            filter.subLayerKey(),
                            filter.action(),
                            filter.context(),
                            filter.filterCondition().size());
        }
    }

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
