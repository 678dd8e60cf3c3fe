package io.github.wfp4j.engine;

import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;

import org.jspecify.annotations.Nullable;

/**
 * What there is on an engine that has a security descriptor.
 *
 * <pre>{@code
 * SecurityDescriptor descriptor = engine.security().filter(key).get();
 * engine.security().filters().setDacl(AccessControlList.of(entries));
 * }</pre>
 *
 * <p>Naming something makes no call, so it need not be there. Threads and lifetime are as for the
 * {@link Engine}.
 */
public final class Security {
    private final Calls calls;
    private final WfpFunctions functions;

    Security(Calls calls) {
        this.calls = calls;
        this.functions = calls.functions();
    }

    /**
     * {@return a provider}
     *
     * @param key the key of the provider
     */
    public Secured provider(ProviderKey key) {
        return securedProvider(key);
    }

    /** {@return the container of the providers, from which they inherit} */
    public Secured providers() {
        return securedProvider(null);
    }

    private Secured securedProvider(@Nullable Key key) {
        return new Secured(
                calls,
                key,
                "FwpmProviderGetSecurityInfoByKey0",
                functions.provider()::FwpmProviderGetSecurityInfoByKey0,
                "FwpmProviderSetSecurityInfoByKey0",
                functions.provider()::FwpmProviderSetSecurityInfoByKey0);
    }

    /**
     * {@return a sublayer}
     *
     * @param key the key of the sublayer
     */
    public Secured sublayer(SublayerKey key) {
        return securedSublayer(key);
    }

    /** {@return the container of the sublayers, from which they inherit} */
    public Secured sublayers() {
        return securedSublayer(null);
    }

    private Secured securedSublayer(@Nullable Key key) {
        return new Secured(
                calls,
                key,
                "FwpmSubLayerGetSecurityInfoByKey0",
                functions.sublayer()::FwpmSubLayerGetSecurityInfoByKey0,
                "FwpmSubLayerSetSecurityInfoByKey0",
                functions.sublayer()::FwpmSubLayerSetSecurityInfoByKey0);
    }

    /**
     * {@return a callout}
     *
     * @param key the key of the callout
     */
    public Secured callout(CalloutKey key) {
        return securedCallout(key);
    }

    /** {@return the container of the callouts, from which they inherit} */
    public Secured callouts() {
        return securedCallout(null);
    }

    private Secured securedCallout(@Nullable Key key) {
        return new Secured(
                calls,
                key,
                "FwpmCalloutGetSecurityInfoByKey0",
                functions.callout()::FwpmCalloutGetSecurityInfoByKey0,
                "FwpmCalloutSetSecurityInfoByKey0",
                functions.callout()::FwpmCalloutSetSecurityInfoByKey0);
    }

    /**
     * {@return a provider context}
     *
     * @param key the key of the provider context
     */
    public Secured providerContext(ProviderContextKey key) {
        return securedProviderContext(key);
    }

    /** {@return the container of the provider contexts, from which they inherit} */
    public Secured providerContexts() {
        return securedProviderContext(null);
    }

    private Secured securedProviderContext(@Nullable Key key) {
        return new Secured(
                calls,
                key,
                "FwpmProviderContextGetSecurityInfoByKey0",
                functions.providerContext()::FwpmProviderContextGetSecurityInfoByKey0,
                "FwpmProviderContextSetSecurityInfoByKey0",
                functions.providerContext()::FwpmProviderContextSetSecurityInfoByKey0);
    }

    /**
     * {@return a filter}
     *
     * @param key the key of the filter
     */
    public Secured filter(FilterKey key) {
        return securedFilter(key);
    }

    /** {@return the container of the filters, from which they inherit} */
    public Secured filters() {
        return securedFilter(null);
    }

    private Secured securedFilter(@Nullable Key key) {
        return new Secured(
                calls,
                key,
                "FwpmFilterGetSecurityInfoByKey0",
                functions.filter()::FwpmFilterGetSecurityInfoByKey0,
                "FwpmFilterSetSecurityInfoByKey0",
                functions.filter()::FwpmFilterSetSecurityInfoByKey0);
    }

    /**
     * {@return a layer}
     *
     * @param key the key of the layer
     */
    public Secured layer(LayerKey key) {
        return securedLayer(key);
    }

    /** {@return the container of the layers, from which they inherit} */
    public Secured layers() {
        return securedLayer(null);
    }

    private Secured securedLayer(@Nullable Key key) {
        return new Secured(
                calls,
                key,
                "FwpmLayerGetSecurityInfoByKey0",
                functions.layer()::FwpmLayerGetSecurityInfoByKey0,
                "FwpmLayerSetSecurityInfoByKey0",
                functions.layer()::FwpmLayerSetSecurityInfoByKey0);
    }

    /** {@return the engine itself, from which containers inherit} */
    public Secured engine() {
        return database(
                "FwpmEngineGetSecurityInfo0",
                functions.engine()::FwpmEngineGetSecurityInfo0,
                "FwpmEngineSetSecurityInfo0",
                functions.engine()::FwpmEngineSetSecurityInfo0);
    }

    /** {@return the events of the network} */
    public Secured netEvents() {
        return database(
                "FwpmNetEventsGetSecurityInfo0",
                functions.netEvent()::FwpmNetEventsGetSecurityInfo0,
                "FwpmNetEventsSetSecurityInfo0",
                functions.netEvent()::FwpmNetEventsSetSecurityInfo0);
    }

    /** {@return the connections under IPsec} */
    public Secured connections() {
        return database(
                "FwpmConnectionGetSecurityInfo0",
                functions.connection()::FwpmConnectionGetSecurityInfo0,
                "FwpmConnectionSetSecurityInfo0",
                functions.connection()::FwpmConnectionSetSecurityInfo0);
    }

    /** {@return the events of virtual switches} */
    public Secured vswitchEvents() {
        return database(
                "FwpmvSwitchEventsGetSecurityInfo0",
                functions.vswitchEvent()::FwpmvSwitchEventsGetSecurityInfo0,
                "FwpmvSwitchEventsSetSecurityInfo0",
                functions.vswitchEvent()::FwpmvSwitchEventsSetSecurityInfo0);
    }

    /** {@return the security associations of IPsec} */
    public Secured securityAssociations() {
        return database(
                "IPsecSaDbGetSecurityInfo0",
                functions.sa()::IPsecSaDbGetSecurityInfo0,
                "IPsecSaDbSetSecurityInfo0",
                functions.sa()::IPsecSaDbSetSecurityInfo0);
    }

    /** {@return the security associations of the keying modules} */
    public Secured ikeSecurityAssociations() {
        return database(
                "IkeextSaDbGetSecurityInfo0",
                functions.ikeextSa()::IkeextSaDbGetSecurityInfo0,
                "IkeextSaDbSetSecurityInfo0",
                functions.ikeextSa()::IkeextSaDbSetSecurityInfo0);
    }

    /** {@return IPsec's protection against denial of service} */
    public Secured dosProtection() {
        return database(
                "IPsecDospGetSecurityInfo0",
                functions.dosp()::IPsecDospGetSecurityInfo0,
                "IPsecDospSetSecurityInfo0",
                functions.dosp()::IPsecDospSetSecurityInfo0);
    }

    /** {@return the key managers, which only Windows has} */
    public Secured keyManagers() {
        return new Secured(
                calls,
                null, // the functions are named after a key, and reserve it
                "IPsecKeyManagerGetSecurityInfoByKey0",
                functions.keyManager()::IPsecKeyManagerGetSecurityInfoByKey0,
                "IPsecKeyManagerSetSecurityInfoByKey0",
                functions.keyManager()::IPsecKeyManagerSetSecurityInfoByKey0);
    }

    private Secured database(
            String getName, Secured.DatabaseGet get, String setName, Secured.DatabaseSet set) {
        return new Secured(calls, null, getName, get.withKey(), setName, set.withKey());
    }
}
