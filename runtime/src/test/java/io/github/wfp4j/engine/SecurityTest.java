package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.AccessControlEntry;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.SecurityInformationFlags;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Who may do what, read and set through the verbs. */
final class SecurityTest {
    private static final Sid ADMINISTRATORS = Sid.of("S-1-5-32-544");
    private static final Sid SYSTEM = Sid.of("S-1-5-18");
    private static final AccessControlEntry ALL = AccessControlEntry.allow(ADMINISTRATORS, 0xF07FF);
    private static final AccessControlList DACL =
            AccessControlList.of(AccessControlEntry.allow(SYSTEM, 1), ALL);
    private static final SecurityDescriptor DESCRIPTOR =
            SecurityDescriptor.of(SYSTEM, SYSTEM, DACL).withDaclProtected(true);

    private final EmbeddedEngine embedded = EmbeddedEngine.create();
    private final Engine engine = embedded.open(Sessions.named("test"));
    private final Security security = engine.security();

    @AfterEach
    void close() {
        engine.close();
        embedded.close();
    }

    private static List<AccessControlEntry> entries(Secured secured) {
        return requireNonNull(secured.get().dacl()).entries();
    }

    @Test
    void addsEveryKindWithADescriptor() {
        ProviderKey provider = ProviderKey.random();
        engine.add(FwpmProvider0.of(provider, IpsecSamples.NAMED), DESCRIPTOR);
        assertThat(security.provider(provider).get()).isEqualTo(DESCRIPTOR);
        SublayerKey sublayer = SublayerKey.random();
        engine.add(FwpmSublayer0.of(sublayer, IpsecSamples.NAMED), DESCRIPTOR);
        assertThat(security.sublayer(sublayer).get()).isEqualTo(DESCRIPTOR);
        CalloutKey callout = CalloutKey.random();
        engine.add(FwpmCallout0.of(callout, IpsecSamples.NAMED, FwpmLayers.STREAM_V4), DESCRIPTOR);
        assertThat(security.callout(callout).get()).isEqualTo(DESCRIPTOR);
        FilterKey filter = FilterKey.random();
        engine.add(Filters.block(FwpmLayers.ALE_AUTH_CONNECT_V4).withFilterKey(filter), DESCRIPTOR);
        assertThat(security.filter(filter).get()).isEqualTo(DESCRIPTOR);
    }

    @Test
    void addsContextsOfEveryVersionWithADescriptor() {
        ProviderContextKey key = ProviderContextKey.random();
        long id =
                engine.add(
                        FwpmProviderContext3.of(
                                key,
                                IpsecSamples.NAMED,
                                new FwpmProviderContext3.Policy.GeneralContext(
                                        new FwpByteBlob(Bytes.of((byte) 1)))),
                        DESCRIPTOR);
        assertThat(security.providerContext(key).get()).isEqualTo(DESCRIPTOR);
        FwpmProviderContext2 two = engine.providerContext(id, FwpmProviderContext2.class);
        FwpmProviderContext1 one = engine.providerContext(id, FwpmProviderContext1.class);
        FwpmProviderContext0 zero = engine.providerContext(id, FwpmProviderContext0.class);
        engine.delete(key);
        engine.add(two, DESCRIPTOR);
        assertThat(security.providerContext(key).get()).isEqualTo(DESCRIPTOR);
        engine.delete(key);
        engine.add(one, DESCRIPTOR);
        assertThat(security.providerContext(key).get()).isEqualTo(DESCRIPTOR);
        engine.delete(key);
        engine.add(zero, DESCRIPTOR);
        assertThat(security.providerContext(key).get()).isEqualTo(DESCRIPTOR);
    }

    @Test
    void setsOnePartAndKeepsTheOthers() {
        ProviderKey key = ProviderKey.random();
        engine.add(FwpmProvider0.of(key, IpsecSamples.NAMED), DESCRIPTOR);
        Secured provider = security.provider(key);
        provider.setOwner(ADMINISTRATORS);
        assertThat(provider.get()).isEqualTo(DESCRIPTOR.withOwner(ADMINISTRATORS));
        provider.setGroup(ADMINISTRATORS);
        assertThat(provider.get())
                .isEqualTo(DESCRIPTOR.withOwner(ADMINISTRATORS).withGroup(ADMINISTRATORS));
        AccessControlList other = AccessControlList.of(ALL);
        provider.setDacl(other);
        assertThat(provider.get().dacl()).isEqualTo(other);
        provider.setDacl(null);
        assertThat(provider.get().dacl()).isNull();
    }

    @Test
    void readsThePartsThatAreAskedFor() {
        ProviderKey key = ProviderKey.random();
        engine.add(FwpmProvider0.of(key, IpsecSamples.NAMED), DESCRIPTOR);
        assertThat(security.provider(key).get(SecurityInformationFlags.GROUP))
                .isEqualTo(SecurityDescriptor.NONE.withGroup(SYSTEM));
        assertThat(security.provider(key).get(SecurityInformationFlags.DACL))
                .isEqualTo(DESCRIPTOR.withOwner(null).withGroup(null));
    }

    @Test
    void setsSeveralPartsAtOnce() {
        ProviderKey key = ProviderKey.random();
        engine.add(FwpmProvider0.of(key, IpsecSamples.NAMED));
        security.provider(key)
                .set(
                        DESCRIPTOR,
                        SecurityInformationFlags.OWNER
                                .or(SecurityInformationFlags.GROUP)
                                .or(SecurityInformationFlags.DACL)
                                .or(SecurityInformationFlags.PROTECTED_DACL));
        assertThat(security.provider(key).get()).isEqualTo(DESCRIPTOR);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        security.provider(key)
                                .set(SecurityDescriptor.NONE, SecurityInformationFlags.OWNER))
                .withMessage("owner must not be null if it is to be set");
    }

    @Test
    void tellsEveryContainerAndDatabaseApart() {
        List<Secured> all =
                List.of(
                        security.providers(),
                        security.sublayers(),
                        security.callouts(),
                        security.providerContexts(),
                        security.filters(),
                        security.layers(),
                        security.netEvents(),
                        security.connections(),
                        security.securityAssociations(),
                        security.ikeSecurityAssociations(),
                        security.dosProtection());
        for (int i = 0; i < all.size(); i++) {
            AccessControlEntry own = AccessControlEntry.allow(Sid.of("S-1-5-21-1-2-3-" + i), 1);
            all.get(i).setDacl(AccessControlList.of(own, ALL));
            for (int j = 0; j < all.size(); j++) {
                assertThat(entries(all.get(j)).contains(own)).isEqualTo(i == j);
            }
        }
        assertThat(entries(security.layer(FwpmLayers.STREAM_V4))).isNotEmpty();
    }

    @Test
    void inheritsFromTheEngine() {
        AccessControlEntry inherited =
                new AccessControlEntry(0, 3, 1, null, null, SYSTEM, Bytes.empty());
        security.engine().setDacl(AccessControlList.of(ALL, inherited));
        assertThat(entries(security.filters()))
                .anySatisfy(it -> assertThat(it.sid()).isEqualTo(SYSTEM));
    }

    @Test
    void setsNothingWithinATransaction() {
        try (Transaction _ = engine.begin()) {
            assertThatExceptionOfType(TransactionException.class)
                    .isThrownBy(() -> security.filters().setDacl(DACL))
                    .withMessageContaining("FwpmFilterSetSecurityInfoByKey0");
        }
    }

    @Test
    void namesTheObjectThatIsNotThere() {
        FilterKey key = FilterKey.random();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> security.filter(key).get())
                .withMessageEndingWith("filterKey=" + key);
    }

    @Test
    void letsNobodyDeleteWhatItMayNot() {
        ProviderKey key = ProviderKey.random();
        AccessControlEntry read = AccessControlEntry.allow(ADMINISTRATORS, 0x200E0);
        engine.add(
                FwpmProvider0.of(key, IpsecSamples.NAMED),
                SecurityDescriptor.of(SYSTEM, SYSTEM, AccessControlList.of(read))
                        .withDaclProtected(true));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> engine.delete(key));
    }
}
