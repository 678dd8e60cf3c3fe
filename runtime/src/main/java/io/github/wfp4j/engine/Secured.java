package io.github.wfp4j.engine;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.SecurityInformationFlags;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Something on an engine with a security descriptor: an object, the container of a kind of objects,
 * or a database.
 *
 * <p>Objects inherit from their container, and containers from the engine: what is read includes
 * the entries that came from there, and what is set does not replace them unless it is protected.
 * {@link Security} names what there is.
 *
 * <p>Setting throws a {@link TransactionException} within a transaction; a {@link WfpException} if
 * the session is dynamic and what is secured is not; a {@link NotFoundException} if an object is
 * not there; an {@link AccessDeniedException} without the right to change the owner or the dacl.
 * Threads and lifetime are as for the {@link Engine}, and so are the errors that every method may
 * throw.
 */
public final class Secured {
    private static final SecurityInformationFlags READABLE =
            SecurityInformationFlags.OWNER
                    .or(SecurityInformationFlags.GROUP)
                    .or(SecurityInformationFlags.DACL);

    private final Calls calls;
    private final @Nullable Key key;
    private final String getName;
    private final Get get;
    private final String setName;
    private final Set set;

    /**
     * Names something with the functions that secure it.
     *
     * @param key of the object, or null for a container or a database
     */
    Secured(Calls calls, @Nullable Key key, String getName, Get get, String setName, Set set) {
        this.calls = calls;
        this.key = key;
        this.getName = getName;
        this.get = get;
        this.setName = setName;
        this.set = set;
    }

    /**
     * {@return the owner, the group and the dacl}
     *
     * @throws NotFoundException if it is an object that is not there
     */
    public SecurityDescriptor get() {
        return get(READABLE);
    }

    /**
     * {@return the parts that are asked for; the others are null, whatever the engine has}
     *
     * @param parts which ones
     * @throws NotFoundException if it is an object that is not there
     */
    public SecurityDescriptor get(SecurityInformationFlags parts) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment guid = guid(arena);
            MemorySegment owner = arena.allocate(ADDRESS);
            MemorySegment group = arena.allocate(ADDRESS);
            MemorySegment dacl = arena.allocate(ADDRESS);
            MemorySegment sacl = arena.allocate(ADDRESS);
            MemorySegment sd = arena.allocate(ADDRESS);
            calls.run(
                    getName,
                    subject(),
                    engine -> get.on(engine, guid, parts.bits(), owner, group, dacl, sacl, sd));
            try {
                return Descriptors.decode(sd);
            } finally {
                calls.free(sd);
            }
        }
    }

    /**
     * Sets who owns it, which takes the right to change owners.
     *
     * @param owner the new owner
     */
    public void setOwner(Sid owner) {
        set(SecurityDescriptor.NONE.withOwner(owner), SecurityInformationFlags.OWNER);
    }

    /**
     * Sets the primary group, which takes the right to change owners.
     *
     * @param group the new primary group
     */
    public void setGroup(Sid group) {
        set(SecurityDescriptor.NONE.withGroup(group), SecurityInformationFlags.GROUP);
    }

    /**
     * Sets who may do what, besides what is inherited; it takes the right to change that.
     *
     * @param dacl the list, or null to let everybody do everything
     */
    public void setDacl(@Nullable AccessControlList dacl) {
        set(SecurityDescriptor.NONE.withDacl(dacl), SecurityInformationFlags.DACL);
    }

    /**
     * Sets parts of a descriptor.
     *
     * @param descriptor has the parts
     * @param parts which ones; {@code PROTECTED_DACL} and {@code UNPROTECTED_DACL} say whether the
     *     dacl inherits entries, and the descriptor's own word on that is not looked at
     * @throws IllegalArgumentException if the owner or the group is to be set and null
     */
    public void set(SecurityDescriptor descriptor, SecurityInformationFlags parts) {
        Sid owner = descriptor.owner();
        Sid group = descriptor.group();
        requireGiven(owner, "owner", parts, SecurityInformationFlags.OWNER);
        requireGiven(group, "group", parts, SecurityInformationFlags.GROUP);
        try (Arena arena = new ErasingArena()) {
            MemorySegment guid = guid(arena);
            MemorySegment ownerSid = encode(owner, arena);
            MemorySegment groupSid = encode(group, arena);
            MemorySegment dacl = encode(descriptor.dacl(), arena);
            MemorySegment sacl = encode(descriptor.sacl(), arena);
            calls.run(
                    setName,
                    subject(),
                    engine -> set.on(engine, guid, parts.bits(), ownerSid, groupSid, dacl, sacl));
        }
    }

    private static void requireGiven(
            @Nullable Sid sid,
            String name,
            SecurityInformationFlags parts,
            SecurityInformationFlags part) {
        if (sid == null && parts.contains(part)) {
            throw new IllegalArgumentException(name + " must not be null if it is to be set");
        }
    }

    private static MemorySegment encode(@Nullable Sid sid, Arena arena) {
        return sid == null ? NULL : Descriptors.encode(sid.toBytes(), arena);
    }

    private static MemorySegment encode(@Nullable AccessControlList list, Arena arena) {
        return list == null ? NULL : Descriptors.encode(list.toBytes(), arena);
    }

    private MemorySegment guid(Arena arena) {
        return key == null ? NULL : Calls.guid(key, arena);
    }

    private Object subject() {
        return key == null ? Subject.NONE : key;
    }

    /**
     * A function that reads the descriptor of an object, or without a key that of its container.
     */
    interface Get {
        int on(
                MemorySegment engine,
                MemorySegment key,
                int securityInfo,
                MemorySegment sidOwner,
                MemorySegment sidGroup,
                MemorySegment dacl,
                MemorySegment sacl,
                MemorySegment securityDescriptor);
    }

    /** A function that sets the descriptor of an object, or without a key that of its container. */
    interface Set {
        int on(
                MemorySegment engine,
                MemorySegment key,
                int securityInfo,
                MemorySegment sidOwner,
                MemorySegment sidGroup,
                MemorySegment dacl,
                MemorySegment sacl);
    }

    /** A function that reads the descriptor of a database. */
    interface DatabaseGet {
        int on(
                MemorySegment engine,
                int securityInfo,
                MemorySegment sidOwner,
                MemorySegment sidGroup,
                MemorySegment dacl,
                MemorySegment sacl,
                MemorySegment securityDescriptor);

        /** {@return the function as one that takes a key, and does not look at it} */
        default Get withKey() {
            return (engine, _, securityInfo, owner, group, dacl, sacl, descriptor) ->
                    on(engine, securityInfo, owner, group, dacl, sacl, descriptor);
        }
    }

    /** A function that sets the descriptor of a database. */
    interface DatabaseSet {
        int on(
                MemorySegment engine,
                int securityInfo,
                MemorySegment sidOwner,
                MemorySegment sidGroup,
                MemorySegment dacl,
                MemorySegment sacl);

        /** {@return the function as one that takes a key, and does not look at it} */
        default Set withKey() {
            return (engine, _, securityInfo, owner, group, dacl, sacl) ->
                    on(engine, securityInfo, owner, group, dacl, sacl);
        }
    }
}
