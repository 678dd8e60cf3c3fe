package io.github.wfp4j.ipsec;

import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of an SA context an update replaces.
 *
 * <p>C: {@code IPSEC_SA_CONTEXT_UPDATE_*}, {@code fwpmu.h}.
 *
 * @param bits the flags, those without a name here included
 */
public record IpsecSaContextUpdateFlags(long bits) {
    /**
     * No flag.
     */
    public static final IpsecSaContextUpdateFlags NONE = new IpsecSaContextUpdateFlags(0);

    /**
     * The traffic. C: {@code IPSEC_SA_DETAILS_UPDATE_TRAFFIC}.
     */
    public static final IpsecSaContextUpdateFlags DETAILS_UPDATE_TRAFFIC = new IpsecSaContextUpdateFlags(0x1L);

    /**
     * The UDP ports. C: {@code IPSEC_SA_DETAILS_UPDATE_UDP_ENCAPSULATION}.
     */
    public static final IpsecSaContextUpdateFlags DETAILS_UPDATE_UDP_ENCAPSULATION = new IpsecSaContextUpdateFlags(0x2L);

    /**
     * The flags of the bundle. C: {@code IPSEC_SA_BUNDLE_UPDATE_FLAGS}.
     */
    public static final IpsecSaContextUpdateFlags BUNDLE_UPDATE_FLAGS = new IpsecSaContextUpdateFlags(0x4L);

    /**
     * The Network Access Protection credentials. C: {@code IPSEC_SA_BUNDLE_UPDATE_NAP_CONTEXT}.
     */
    public static final IpsecSaContextUpdateFlags BUNDLE_UPDATE_NAP_CONTEXT = new IpsecSaContextUpdateFlags(0x8L);

    /**
     * The data of the keying module. C: {@code IPSEC_SA_BUNDLE_UPDATE_KEY_MODULE_STATE}.
     */
    public static final IpsecSaContextUpdateFlags BUNDLE_UPDATE_KEY_MODULE_STATE = new IpsecSaContextUpdateFlags(0x10L);

    /**
     * The peer's address behind its network address translator. C: {@code IPSEC_SA_BUNDLE_UPDATE_PEER_V4_PRIVATE_ADDRESS}.
     */
    public static final IpsecSaContextUpdateFlags BUNDLE_UPDATE_PEER_V4_PRIVATE_ADDRESS = new IpsecSaContextUpdateFlags(0x20L);

    /**
     * The main mode SA. C: {@code IPSEC_SA_BUNDLE_UPDATE_MM_SA_ID}.
     */
    public static final IpsecSaContextUpdateFlags BUNDLE_UPDATE_MM_SA_ID = new IpsecSaContextUpdateFlags(0x40L);

    /**
     * {@return these flags with the flags of both}
     *
     * @param other the other flags
     */
    public IpsecSaContextUpdateFlags or(IpsecSaContextUpdateFlags other) {
        return new IpsecSaContextUpdateFlags(bits | other.bits);
    }

    /**
     * {@return these flags without the other's flags}
     *
     * @param other the other flags
     */
    public IpsecSaContextUpdateFlags without(IpsecSaContextUpdateFlags other) {
        return new IpsecSaContextUpdateFlags(bits & ~other.bits);
    }

    /**
     * {@return whether all of the other's flags are set}
     *
     * @param other the flags to look for
     */
    public boolean contains(IpsecSaContextUpdateFlags other) {
        return (bits & other.bits) == other.bits;
    }

    /**
     * {@return the C names of the flags that are set, lowest bit first, and as a last element the bits without a name, in hexadecimal}
     */
    public List<String> cNames() {
        List<String> names = new ArrayList<>();
        long rest = bits;
        if ((rest & 0x1L) != 0) {
            names.add("IPSEC_SA_DETAILS_UPDATE_TRAFFIC");
            rest &= ~0x1L;
        }
        if ((rest & 0x2L) != 0) {
            names.add("IPSEC_SA_DETAILS_UPDATE_UDP_ENCAPSULATION");
            rest &= ~0x2L;
        }
        if ((rest & 0x4L) != 0) {
            names.add("IPSEC_SA_BUNDLE_UPDATE_FLAGS");
            rest &= ~0x4L;
        }
        if ((rest & 0x8L) != 0) {
            names.add("IPSEC_SA_BUNDLE_UPDATE_NAP_CONTEXT");
            rest &= ~0x8L;
        }
        if ((rest & 0x10L) != 0) {
            names.add("IPSEC_SA_BUNDLE_UPDATE_KEY_MODULE_STATE");
            rest &= ~0x10L;
        }
        if ((rest & 0x20L) != 0) {
            names.add("IPSEC_SA_BUNDLE_UPDATE_PEER_V4_PRIVATE_ADDRESS");
            rest &= ~0x20L;
        }
        if ((rest & 0x40L) != 0) {
            names.add("IPSEC_SA_BUNDLE_UPDATE_MM_SA_ID");
            rest &= ~0x40L;
        }
        if (rest != 0) {
            names.add("0x" + Long.toHexString(rest));
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
