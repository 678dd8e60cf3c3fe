package io.github.wfp4j.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Self-relative security descriptors. */
final class SecurityDescriptorTest {
    private static final Sid SYSTEM = Sid.of("S-1-5-18");

    private static final SecurityDescriptor DESCRIPTOR =
            SecurityDescriptor.of(
                    SYSTEM, SYSTEM, AccessControlList.of(AccessControlEntry.allow(SYSTEM, 1)));

    private static final Bytes LOCAL_SYSTEM = DESCRIPTOR.toBytes();

    @Test
    @DisplayName("4.6: the descriptor is O:SYG:SYD:(A;;CC;;;SY) as Windows writes it")
    void writesDescriptor() {
        assertThat(LOCAL_SYSTEM.toHex())
                .isEqualTo(
                        // revision, control; owner at 48, group at 60, no audit list, list at 20
                        "01000480"
                                + "30000000"
                                + "3c000000"
                                + "00000000"
                                + "14000000"
                                // list of 28 bytes with one entry
                                + "02001c0001000000"
                                // allow, 20 bytes, right 1, S-1-5-18
                                + "0000140001000000"
                                + "010100000000000512000000"
                                + "010100000000000512000000"
                                + "010100000000000512000000");
        assertThat(SecurityDescriptor.of(LOCAL_SYSTEM)).isEqualTo(DESCRIPTOR);
    }

    @Test
    @DisplayName("4.41: a descriptor with pointers instead of offsets is refused")
    void refusesAbsolute() {
        byte[] bytes = LOCAL_SYSTEM.toByteArray();
        bytes[3] = 0;
        assertThatThrownBy(() -> SecurityDescriptor.of(Bytes.of(bytes)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    @Label("4.41: a descriptor that was cut off is refused")
    void refusesTruncated(@ForAll @IntRange(max = 71) int length) {
        byte[] bytes = new byte[length];
        System.arraycopy(LOCAL_SYSTEM.toByteArray(), 0, bytes, 0, length);
        assertThatThrownBy(() -> SecurityDescriptor.of(Bytes.of(bytes)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    @Label("4.41: whatever the bytes are, the check ends without an exception")
    void survivesAnyBytes(@ForAll @IntRange(max = 71) int index, @ForAll byte value) {
        byte[] bytes = LOCAL_SYSTEM.toByteArray();
        bytes[index] = value;
        SecurityDescriptor descriptor;
        try {
            descriptor = SecurityDescriptor.of(Bytes.of(bytes));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("(?s).{10,}");
            return;
        }
        assertThat(SecurityDescriptor.of(descriptor.toBytes())).isEqualTo(descriptor);
    }

    @Property
    @Label("Whatever the parts are, they are read as they were written")
    void readsWhatItWrote(@ForAll("descriptors") SecurityDescriptor descriptor) {
        assertThat(SecurityDescriptor.of(descriptor.toBytes())).isEqualTo(descriptor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "O:SYG:SYD:(A;;CC;;;SY)",
                "O:BAG:S-1-5-21-1-2-3-513D:P(D;OICI;GA;;;WD)(A;ID;0x600;;;BA)",
                "D:AI(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;NO)",
                "D:PNO_ACCESS_CONTROL",
                "D:(OA;;CC;4828cc14-1437-45bc-9b01-ad6f015e5f28;;AU)S:(AU;SAFA;GR;;;WD)",
                "D:"
            })
    @DisplayName("Texts are read and written as Windows writes them")
    void readsText(String text) {
        SecurityDescriptor descriptor = SecurityDescriptor.ofSddl(text);
        assertThat(descriptor.toSddl()).isEqualTo(text);
        assertThat(SecurityDescriptor.of(descriptor.toBytes()).toSddl()).isEqualTo(text);
    }

    @Test
    @DisplayName("A text means what Windows means by it")
    void understandsText() {
        assertThat(SecurityDescriptor.ofSddl("O:SYG:SYD:(A;;CC;;;SY)")).isEqualTo(DESCRIPTOR);
        assertThat(SecurityDescriptor.ofSddl("D:(A;;FRKW;;;BU)").toSddl())
                .isEqualTo("D:(A;;0x12008f;;;BU)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    X:SY                    | O:, G:, D: or S:
                    O:DA                    | give its SID
                    D:(A;;CC;;;SY           | ends with )
                    D:(A;;CC;;SY)           | type;flags;rights
                    D:(Q;;CC;;;SY)          | types of entries
                    D:(A;QQ;CC;;;SY)        | flags of entries
                    D:(A;;C;;;SY)           | rights
                    D:(A;;0x1ffffffff;;;SY) | 32 bits
                    D:Q(A;;CC;;;SY)         | flags of a list
                    """)
    @DisplayName("A malformed text is refused with what there should be")
    void refusesText(String text, String message) {
        assertThatThrownBy(() -> SecurityDescriptor.ofSddl(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Provide
    static Arbitrary<SecurityDescriptor> descriptors() {
        Arbitrary<@Nullable Sid> sid = sids().injectNull(0.2);
        Arbitrary<@Nullable AccessControlList> list =
                entries().list().ofMaxSize(5).map(AccessControlList::new).injectNull(0.2);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(sid, sid, list, list, flag, flag).as(SecurityDescriptor::new);
    }

    private static Arbitrary<Sid> sids() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, (1L << 48) - 1),
                        Arbitraries.longs().between(0, 0xFFFF_FFFFL).list().ofMaxSize(15))
                .as(Sid::new);
    }

    private static Arbitrary<AccessControlEntry> entries() {
        Arbitrary<@Nullable Guid> guid =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                        .as(Guid::new)
                        .injectNull(0.5);
        Arbitrary<Bytes> data = Arbitraries.of(0, 4, 8).map(length -> Bytes.of(new byte[length]));
        return Combinators.combine(
                        Arbitraries.of(0, 1, 2, 5, 6, 9, 11, 17),
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.integers(),
                        guid,
                        guid,
                        sids(),
                        data)
                .as(SecurityDescriptorTest::entry);
    }

    private static AccessControlEntry entry(
            int type,
            int flags,
            int mask,
            @Nullable Guid objectType,
            @Nullable Guid inherited,
            Sid sid,
            Bytes data) {
        boolean restricted = AccessControlEntry.isObjectType(type);
        return new AccessControlEntry(
                type,
                flags,
                mask,
                restricted ? objectType : null,
                restricted ? inherited : null,
                sid,
                data);
    }
}
