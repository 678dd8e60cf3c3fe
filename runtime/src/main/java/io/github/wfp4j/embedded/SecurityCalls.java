package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.win32.AccessRight;
import io.github.wfp4j.win32.ErrorCode;
import io.github.wfp4j.win32.SecurityInformationFlags;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Function;

/** What the functions that read and set security descriptors do alike (8.1). */
final class SecurityCalls {
    /** Where a self-relative descriptor says where its parts are. */
    private static final int OWNER = 4;

    private static final int GROUP = 8;
    private static final int SACL = 12;
    private static final int DACL = 16;

    private final Core core;

    SecurityCalls(Core core) {
        this.core = core;
    }

    /**
     * What a call wants to know, and where the answer goes.
     *
     * @param information which parts are wanted
     * @param sidOwner where the owner's address goes, or null
     * @param sidGroup where the group's address goes, or null
     * @param dacl where the address of the list of rights goes, or null
     * @param sacl where the address of the list of audits goes, or null
     * @param descriptor where the address of the whole goes, which the caller frees
     */
    record Wanted(
            int information,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl,
            MemorySegment descriptor) {}

    /**
     * What a call sets.
     *
     * @param information which parts are given
     * @param sidOwner the new owner
     * @param sidGroup the new group
     * @param dacl the new list of rights; a null pointer gives everybody everything
     */
    record Given(
            int information, MemorySegment sidOwner, MemorySegment sidGroup, MemorySegment dacl) {}

    /** Reads the descriptor of a container. */
    int get(MemorySegment engineHandle, Container container, Wanted wanted) {
        return core.calls()
                .read(
                        engineHandle,
                        session -> {
                            core.access()
                                    .require(session.caller(), container, AccessRight.READ_CONTROL);
                            give(core.store().security().of(container), wanted);
                        });
    }

    /**
     * Reads the descriptor of an object; without a key that of its container.
     *
     * @param finding finds the object's key by its GUID, or fails
     */
    int get(
            MemorySegment engineHandle,
            Container container,
            MemorySegment key,
            Function<Guid, Key> finding,
            Wanted wanted) {
        if (isContainer(key)) {
            return get(engineHandle, container, wanted);
        }
        return core.calls()
                .read(
                        engineHandle,
                        session -> {
                            Key found = finding.apply(Inputs.guid(key));
                            core.access()
                                    .require(session.caller(), found, AccessRight.READ_CONTROL);
                            give(core.store().security().of(found), wanted);
                        });
    }

    private static boolean isContainer(MemorySegment key) {
        return Arguments.isNull(key) || Inputs.guid(key).isZero();
    }

    private void give(SecurityDescriptor whole, Wanted wanted) {
        SecurityInformationFlags information = new SecurityInformationFlags(wanted.information());
        boolean hasDacl = information.contains(SecurityInformationFlags.DACL);
        SecurityDescriptor asked =
                new SecurityDescriptor(
                        information.contains(SecurityInformationFlags.OWNER) ? whole.owner() : null,
                        information.contains(SecurityInformationFlags.GROUP) ? whole.group() : null,
                        hasDacl ? whole.dacl() : null,
                        null,
                        hasDacl && whole.daclProtected(),
                        hasDacl && whole.daclInherited());
        MemorySegment out = Results.pointerTo(wanted.descriptor(), "securityDescriptor");
        Bytes bytes = asked.toBytes();
        MemorySegment memory = core.results().bytes(bytes);
        Results.put(out, memory);
        putPart(memory, OWNER, wanted.sidOwner());
        putPart(memory, GROUP, wanted.sidGroup());
        putPart(memory, DACL, wanted.dacl());
        putPart(memory, SACL, wanted.sacl());
    }

    private static void putPart(MemorySegment descriptor, int member, MemorySegment out) {
        if (!Arguments.isNull(out)) {
            int offset = descriptor.get(ValueLayout.JAVA_INT_UNALIGNED, member);
            Results.put(
                    Results.pointerTo(out, "part"),
                    offset == 0
                            ? MemorySegment.NULL
                            : MemorySegment.ofAddress(descriptor.address() + offset));
        }
    }

    /** Sets parts of the descriptor of a container. */
    int set(MemorySegment engineHandle, Container container, Given given) {
        return core.calls()
                .writeOutside(
                        engineHandle,
                        session -> {
                            EngineFailure.unless(
                                    !session.isDynamic(),
                                    ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
                            core.access().require(session.caller(), container, neededFor(given));
                            SecurityDescriptor own = core.store().security().own(container);
                            if (own == null) {
                                own =
                                        container == Container.ENGINE
                                                ? core.store().security().of(container)
                                                : SecurityDescriptor.NONE;
                            }
                            core.store().secure(container, changed(own, given));
                        });
    }

    /** Sets parts of the descriptor of an object of a kind that cannot be added or deleted. */
    int setBuiltIn(
            MemorySegment engineHandle,
            Container container,
            MemorySegment key,
            Function<Guid, Key> finding,
            Given given) {
        if (isContainer(key)) {
            return set(engineHandle, container, given);
        }
        return core.calls()
                .writeOutside(
                        engineHandle,
                        session -> {
                            Key found = finding.apply(Inputs.guid(key));
                            EngineFailure.unless(
                                    !session.isDynamic(),
                                    ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
                            set(session, found, given);
                        });
    }

    /** Sets parts of the descriptor of an object; without a key that of its container. */
    int set(
            MemorySegment engineHandle,
            Table<?> table,
            MemorySegment key,
            Function<Guid, Key> toKey,
            Given given) {
        if (isContainer(key)) {
            return set(engineHandle, table.container(), given);
        }
        return core.calls()
                .writeOutside(
                        engineHandle,
                        session -> {
                            Stored<?> stored = table.get(toKey.apply(Inputs.guid(key)));
                            Changes.requireOwnSession(session, stored);
                            set(session, stored.key(), given);
                        });
    }

    private void set(Session session, Key key, Given given) {
        core.access().require(session.caller(), key, neededFor(given));
        SecurityDescriptor own = core.store().security().own(key);
        core.store().secure(key, changed(own == null ? SecurityDescriptor.NONE : own, given));
    }

    private static int neededFor(Given given) {
        int owner = SecurityInformationFlags.OWNER.or(SecurityInformationFlags.GROUP).bits();
        return ((given.information() & owner) == 0 ? 0 : AccessRight.WRITE_OWNER)
                | (setsDacl(given) ? AccessRight.WRITE_DAC : 0);
    }

    private static boolean setsDacl(Given given) {
        return (given.information() & SecurityInformationFlags.DACL.bits()) != 0;
    }

    private static SecurityDescriptor changed(SecurityDescriptor own, Given given) {
        SecurityInformationFlags information = new SecurityInformationFlags(given.information());
        SecurityDescriptor changed = own;
        if (information.contains(SecurityInformationFlags.OWNER)) {
            changed = changed.withOwner(DescriptorArguments.sid(given.sidOwner()));
        }
        if (information.contains(SecurityInformationFlags.GROUP)) {
            changed = changed.withGroup(DescriptorArguments.sid(given.sidGroup()));
        }
        if (setsDacl(given)) {
            changed = withDacl(changed, DescriptorArguments.list(given.dacl()), information);
        }
        return changed;
    }

    private static SecurityDescriptor withDacl(
            SecurityDescriptor own,
            @Nullable AccessControlList dacl,
            SecurityInformationFlags information) {
        // Without a list nothing limits anybody, whatever the container says.
        boolean isProtected =
                dacl == null
                        || information.contains(SecurityInformationFlags.PROTECTED_DACL)
                        || (own.daclProtected()
                                && !information.contains(
                                        SecurityInformationFlags.UNPROTECTED_DACL));
        return own.withDacl(dacl).withDaclProtected(isProtected);
    }
}
