package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmGeneric;
import io.github.wfp4j.types.AccessControlEntry;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.AccessRight;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What security descriptors grant, as Windows evaluates them (8.1). */
final class Rights {
    /** What an owner may always do. */
    private static final int OF_OWNER = AccessRight.READ_CONTROL | AccessRight.WRITE_DAC;

    private static final int INHERITABLE =
            AccessControlEntry.OBJECT_INHERIT | AccessControlEntry.CONTAINER_INHERIT;

    private static final int READ_WRITE_EXECUTE =
            FwpmGeneric.READ | FwpmGeneric.WRITE | FwpmGeneric.EXECUTE;

    private static final List<String> SERVICES =
            List.of("MpsSvc", "NapAgent", "PolicyAgent", "RpcSs", "WdiServiceHost");

    private Rights() {}

    /** {@return the descriptor that an engine has until somebody sets another} */
    static SecurityDescriptor ofNewEngine() {
        List<AccessControlEntry> entries = new ArrayList<>();
        entries.add(AccessControlEntry.allow(Caller.ADMINISTRATORS, FwpmGeneric.ALL));
        entries.add(
                AccessControlEntry.allow(
                        Caller.NETWORK_CONFIGURATION_OPERATORS, READ_WRITE_EXECUTE));
        for (String service : SERVICES) {
            entries.add(AccessControlEntry.allow(serviceSid(service), READ_WRITE_EXECUTE));
        }
        entries.add(AccessControlEntry.allow(Caller.EVERYONE, FwpmActrl.OPEN | FwpmActrl.CLASSIFY));
        entries.replaceAll(entry -> entry.withFlags(INHERITABLE));
        return SecurityDescriptor.of(
                Caller.ADMINISTRATORS, Caller.ADMINISTRATORS, new AccessControlList(entries));
    }

    /** {@return the SID of a service, which is made of the hash of its name} */
    static Sid serviceSid(String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest(
                                    name.toUpperCase(Locale.ROOT)
                                            .getBytes(StandardCharsets.UTF_16LE));
            ByteBuffer in = ByteBuffer.wrap(hash).order(ByteOrder.LITTLE_ENDIAN);
            List<Long> numbers = new ArrayList<>(List.of(80L));
            while (in.hasRemaining()) {
                numbers.add(Integer.toUnsignedLong(in.getInt()));
            }
            return new Sid(5, numbers);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-1", e);
        }
    }

    /**
     * {@return the descriptor of an object with what it inherits}
     *
     * @param own what was set on the object
     * @param parent the whole descriptor of what it lies in
     */
    static SecurityDescriptor inheriting(SecurityDescriptor own, SecurityDescriptor parent) {
        if (own.daclProtected() || parent.dacl() == null) {
            return own;
        }
        List<AccessControlEntry> entries = new ArrayList<>();
        if (own.dacl() != null) {
            own.dacl().entries().stream()
                    .filter(entry -> (entry.flags() & AccessControlEntry.INHERITED) == 0)
                    .forEach(entries::add);
        }
        for (AccessControlEntry entry : parent.dacl().entries()) {
            if ((entry.flags() & INHERITABLE) != 0) {
                int flags =
                        (entry.flags() & AccessControlEntry.NO_PROPAGATE_INHERIT) != 0
                                ? 0
                                : entry.flags() & INHERITABLE;
                entries.add(entry.withFlags(flags | AccessControlEntry.INHERITED));
            }
        }
        return new SecurityDescriptor(
                own.owner() == null ? parent.owner() : own.owner(),
                own.group() == null ? parent.group() : own.group(),
                new AccessControlList(entries),
                own.sacl(),
                false,
                true);
    }

    /**
     * {@return whether a descriptor gives a caller all the wanted rights}
     *
     * <p>Entries are read in their order: each allowing one gives its rights, and one that refuses
     * a right not given yet decides.
     */
    static boolean grants(SecurityDescriptor descriptor, Caller caller, int wanted) {
        if (descriptor.dacl() == null) {
            return true;
        }
        Sid owner = descriptor.owner();
        int missing = owner != null && caller.is(owner) ? wanted & ~OF_OWNER : wanted;
        for (AccessControlEntry entry : descriptor.dacl().entries()) {
            boolean applies =
                    (entry.flags() & AccessControlEntry.INHERIT_ONLY) == 0
                            && caller.is(entry.sid());
            if (applies && entry.type() == AccessControlEntry.ALLOW) {
                missing &= ~mapped(entry.mask());
            } else if (applies
                    && entry.type() == AccessControlEntry.DENY
                    && (mapped(entry.mask()) & missing) != 0) {
                return false;
            }
        }
        return missing == 0;
    }

    /** {@return a mask in which the generic rights stand as what WFP means by them} */
    private static int mapped(int mask) {
        int mapped = mask & ~GENERIC;
        mapped |= (mask & AccessRight.GENERIC_ALL) != 0 ? FwpmGeneric.ALL : 0;
        mapped |= (mask & AccessRight.GENERIC_EXECUTE) != 0 ? FwpmGeneric.EXECUTE : 0;
        mapped |= (mask & AccessRight.GENERIC_WRITE) != 0 ? FwpmGeneric.WRITE : 0;
        return mapped | ((mask & GENERIC_READ) != 0 ? FwpmGeneric.READ : 0);
    }

    private static final int GENERIC_READ = (int) AccessRight.GENERIC_READ;

    private static final int GENERIC =
            AccessRight.GENERIC_ALL
                    | AccessRight.GENERIC_EXECUTE
                    | AccessRight.GENERIC_WRITE
                    | GENERIC_READ;
}
