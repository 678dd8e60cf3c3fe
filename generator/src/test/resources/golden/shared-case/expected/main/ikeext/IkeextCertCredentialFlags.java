package io.github.wfp4j.ikeext;

import java.util.ArrayList;
import java.util.List;

/**
 * What a certificate credential is.
 *
 * <p>C: {@code IKEEXT_CERT_CREDENTIAL_FLAG_*}, {@code iketypes.h}.
 *
 * @param bits the flags, those without a name here included
 */
public record IkeextCertCredentialFlags(int bits) {
    /**
     * No flag.
     */
    public static final IkeextCertCredentialFlags NONE = new IkeextCertCredentialFlags(0);

    /**
     * It is a health certificate of Network Access Protection. C: {@code IKEEXT_CERT_CREDENTIAL_FLAG_NAP_CERT}.
     */
    public static final IkeextCertCredentialFlags NAP_CERT = new IkeextCertCredentialFlags(0x1);

    /**
     * {@return these flags with the flags of both}
     *
     * @param other the other flags
     */
    public IkeextCertCredentialFlags or(IkeextCertCredentialFlags other) {
        return new IkeextCertCredentialFlags(bits | other.bits);
    }

    /**
     * {@return these flags without the other's flags}
     *
     * @param other the other flags
     */
    public IkeextCertCredentialFlags without(IkeextCertCredentialFlags other) {
        return new IkeextCertCredentialFlags(bits & ~other.bits);
    }

    /**
     * {@return whether all of the other's flags are set}
     *
     * @param other the flags to look for
     */
    public boolean contains(IkeextCertCredentialFlags other) {
        return (bits & other.bits) == other.bits;
    }

    /**
     * {@return the C names of the flags that are set, lowest bit first, and as a last element the bits without a name, in hexadecimal}
     */
    public List<String> cNames() {
        List<String> names = new ArrayList<>();
        int rest = bits;
        if ((rest & 0x1) != 0) {
            names.add("IKEEXT_CERT_CREDENTIAL_FLAG_NAP_CERT");
            rest &= ~0x1;
        }
        if (rest != 0) {
            names.add("0x" + Integer.toHexString(rest));
        }
        return List.copyOf(names);
    }

    /**
     * {@return the names of {@link #cNames()}}
     */
    @Override
    public String toString() {
        return String.join("|", cNames());
    }
}
