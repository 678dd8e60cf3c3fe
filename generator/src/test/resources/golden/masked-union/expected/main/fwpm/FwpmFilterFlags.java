package io.github.wfp4j.fwpm;

import java.util.ArrayList;
import java.util.List;

/**
 * What a filter is and how it acts.
 *
 * <p>C: {@code FWPM_FILTER_FLAG_*}, {@code fwpmtypes.h}.
 *
 * @param bits the flags, those without a name here included
 */
public record FwpmFilterFlags(int bits) {
    /**
     * No flags. C: {@code FWPM_FILTER_FLAG_NONE}.
     */
    public static final FwpmFilterFlags NONE = new FwpmFilterFlags(0x0);

    /**
     * It survives a restart of the engine; not together with BOOTTIME. C: {@code FWPM_FILTER_FLAG_PERSISTENT}.
     */
    public static final FwpmFilterFlags PERSISTENT = new FwpmFilterFlags(0x1);

    /**
     * It is enforced from the start of the network until the engine runs; not together with PERSISTENT. C: {@code FWPM_FILTER_FLAG_BOOTTIME}.
     */
    public static final FwpmFilterFlags BOOTTIME = new FwpmFilterFlags(0x2);

    /**
     * It refers to a provider context instead of holding a number. C: {@code FWPM_FILTER_FLAG_HAS_PROVIDER_CONTEXT}.
     */
    public static final FwpmFilterFlags HAS_PROVIDER_CONTEXT = new FwpmFilterFlags(0x4);

    /**
     * Its decision cannot be overridden by lower sublayers, save by the veto of a callout. C: {@code FWPM_FILTER_FLAG_CLEAR_ACTION_RIGHT}.
     */
    public static final FwpmFilterFlags CLEAR_ACTION_RIGHT = new FwpmFilterFlags(0x8);

    /**
     * It permits, instead of blocking, while no driver has registered its callout. C: {@code FWPM_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED}.
     */
    public static final FwpmFilterFlags PERMIT_IF_CALLOUT_UNREGISTERED = new FwpmFilterFlags(0x10);

    /**
     * It is not enforced, because the service of its provider does not start automatically; set by the engine. C: {@code FWPM_FILTER_FLAG_DISABLED}.
     */
    public static final FwpmFilterFlags DISABLED = new FwpmFilterFlags(0x20);

    /**
     * It is in an index that speeds up classification; set by the engine. C: {@code FWPM_FILTER_FLAG_INDEXED}.
     */
    public static final FwpmFilterFlags INDEXED = new FwpmFilterFlags(0x40);

    /**
     * It refers to the provider context of a security realm. C: {@code FWPM_FILTER_FLAG_HAS_SECURITY_REALM_PROVIDER_CONTEXT}.
     */
    public static final FwpmFilterFlags HAS_SECURITY_REALM_PROVIDER_CONTEXT = new FwpmFilterFlags(0x80);

    /**
     * It holds for the system OS only, on devices that also run a game OS. C: {@code FWPM_FILTER_FLAG_SYSTEMOS_ONLY}.
     */
    public static final FwpmFilterFlags SYSTEMOS_ONLY = new FwpmFilterFlags(0x100);

    /**
     * It holds for the game OS only. C: {@code FWPM_FILTER_FLAG_GAMEOS_ONLY}.
     */
    public static final FwpmFilterFlags GAMEOS_ONLY = new FwpmFilterFlags(0x200);

    /**
     * It works in silent mode. C: {@code FWPM_FILTER_FLAG_SILENT_MODE}.
     */
    public static final FwpmFilterFlags SILENT_MODE = new FwpmFilterFlags(0x400);

    /**
     * A match never starts a negotiation; for site-to-site tunnels. C: {@code FWPM_FILTER_FLAG_IPSEC_NO_ACQUIRE_INITIATE}.
     */
    public static final FwpmFilterFlags IPSEC_NO_ACQUIRE_INITIATE = new FwpmFilterFlags(0x800);

    /**
     * Reserved. C: {@code FWPM_FILTER_FLAG_RESERVED0}.
     */
    public static final FwpmFilterFlags RESERVED0 = new FwpmFilterFlags(0x1000);

    /**
     * Reserved. C: {@code FWPM_FILTER_FLAG_RESERVED1}.
     */
    public static final FwpmFilterFlags RESERVED1 = new FwpmFilterFlags(0x2000);

    /**
     * Reserved. C: {@code FWPM_FILTER_FLAG_RESERVED2}.
     */
    public static final FwpmFilterFlags RESERVED2 = new FwpmFilterFlags(0x4000);

    /**
     * {@return these flags with the flags of both}
     *
     * @param other the other flags
     */
    public FwpmFilterFlags or(FwpmFilterFlags other) {
        return new FwpmFilterFlags(bits | other.bits);
    }

    /**
     * {@return these flags without the other's flags}
     *
     * @param other the other flags
     */
    public FwpmFilterFlags without(FwpmFilterFlags other) {
        return new FwpmFilterFlags(bits & ~other.bits);
    }

    /**
     * {@return whether all of the other's flags are set}
     *
     * @param other the flags to look for
     */
    public boolean contains(FwpmFilterFlags other) {
        return (bits & other.bits) == other.bits;
    }

    /**
     * {@return the C names of the flags that are set, lowest bit first, and as a last element the bits without a name, in hexadecimal}
     */
    public List<String> cNames() {
        List<String> names = new ArrayList<>();
        int rest = bits;
        if ((rest & 0x1) != 0) {
            names.add("FWPM_FILTER_FLAG_PERSISTENT");
            rest &= ~0x1;
        }
        if ((rest & 0x2) != 0) {
            names.add("FWPM_FILTER_FLAG_BOOTTIME");
            rest &= ~0x2;
        }
        if ((rest & 0x4) != 0) {
            names.add("FWPM_FILTER_FLAG_HAS_PROVIDER_CONTEXT");
            rest &= ~0x4;
        }
        if ((rest & 0x8) != 0) {
            names.add("FWPM_FILTER_FLAG_CLEAR_ACTION_RIGHT");
            rest &= ~0x8;
        }
        if ((rest & 0x10) != 0) {
            names.add("FWPM_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED");
            rest &= ~0x10;
        }
        if ((rest & 0x20) != 0) {
            names.add("FWPM_FILTER_FLAG_DISABLED");
            rest &= ~0x20;
        }
        if ((rest & 0x40) != 0) {
            names.add("FWPM_FILTER_FLAG_INDEXED");
            rest &= ~0x40;
        }
        if ((rest & 0x80) != 0) {
            names.add("FWPM_FILTER_FLAG_HAS_SECURITY_REALM_PROVIDER_CONTEXT");
            rest &= ~0x80;
        }
        if ((rest & 0x100) != 0) {
            names.add("FWPM_FILTER_FLAG_SYSTEMOS_ONLY");
            rest &= ~0x100;
        }
        if ((rest & 0x200) != 0) {
            names.add("FWPM_FILTER_FLAG_GAMEOS_ONLY");
            rest &= ~0x200;
        }
        if ((rest & 0x400) != 0) {
            names.add("FWPM_FILTER_FLAG_SILENT_MODE");
            rest &= ~0x400;
        }
        if ((rest & 0x800) != 0) {
            names.add("FWPM_FILTER_FLAG_IPSEC_NO_ACQUIRE_INITIATE");
            rest &= ~0x800;
        }
        if ((rest & 0x1000) != 0) {
            names.add("FWPM_FILTER_FLAG_RESERVED0");
            rest &= ~0x1000;
        }
        if ((rest & 0x2000) != 0) {
            names.add("FWPM_FILTER_FLAG_RESERVED1");
            rest &= ~0x2000;
        }
        if ((rest & 0x4000) != 0) {
            names.add("FWPM_FILTER_FLAG_RESERVED2");
            rest &= ~0x4000;
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
