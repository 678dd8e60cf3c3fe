package io.github.wfp4j.samples;

import io.github.wfp4j.ikeext.IkeextAuthenticationImpersonationType;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethodType;
import io.github.wfp4j.ikeext.IkeextCertificateCredential0;
import io.github.wfp4j.ikeext.IkeextCredential0;
import io.github.wfp4j.ikeext.IkeextNameCredential0;
import io.github.wfp4j.ikeext.IkeextPresharedKeyAuthentication0;
import io.github.wfp4j.view.IkeextCredential0View;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link IkeextCredential0}.
 */
@SuppressWarnings("unchecked")
public final class IkeextCredential0Samples {
    private IkeextCredential0Samples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<IkeextCredential0> any() {
        return Samples.record(parts -> new IkeextCredential0((IkeextAuthenticationImpersonationType) parts[0], (IkeextCredential0.Credential) parts[1]), Arbitraries.of(IkeextAuthenticationImpersonationType.values()),
                Samples.<IkeextCredential0.Credential>oneOf(Samples.record(parts -> new IkeextCredential0.Credential.PresharedKey((IkeextPresharedKeyAuthentication0) parts[0]), IkeextPresharedKeyAuthentication0Samples.any().injectNull(0.3)),
                Samples.record(parts -> new IkeextCredential0.Credential.Certificate((IkeextAuthenticationMethodType) parts[0], (IkeextCertificateCredential0) parts[1]), Arbitraries.of(IkeextAuthenticationMethodType.values()),
                IkeextCertificateCredential0Samples.any().injectNull(0.3)),
                Samples.record(parts -> new IkeextCredential0.Credential.Name((IkeextAuthenticationMethodType) parts[0], (IkeextNameCredential0) parts[1]), Arbitraries.of(IkeextAuthenticationMethodType.values()),
                IkeextNameCredential0Samples.any().injectNull(0.3)),
                Arbitraries.just(new IkeextCredential0.Credential.Anonymous())));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(IkeextCredential0View view, IkeextCredential0 value) {
        Samples.same("IKEEXT_CREDENTIAL0.impersonationType", view.impersonationType(), value.impersonationType());
        Samples.same("IKEEXT_CREDENTIAL0.authenticationMethodType", view.authenticationMethodType(), value.credential().authenticationMethodType());
        switch (value.credential()) {
            case IkeextCredential0.Credential.PresharedKey it -> {
                Samples.both("IKEEXT_CREDENTIAL0.presharedKey", view.presharedKey(), it.presharedKey(), IkeextPresharedKeyAuthentication0Samples::agree);
            }
            case IkeextCredential0.Credential.Certificate it -> {
                Samples.both("IKEEXT_CREDENTIAL0.certificate", view.certificate(), it.certificate(), IkeextCertificateCredential0Samples::agree);
            }
            case IkeextCredential0.Credential.Name it -> {
                Samples.both("IKEEXT_CREDENTIAL0.name", view.name(), it.name(), IkeextNameCredential0Samples::agree);
            }
            case IkeextCredential0.Credential.Anonymous _ -> {
            }
        }
        Samples.same("IKEEXT_CREDENTIAL0", view.toRecord(), value);
    }
}
