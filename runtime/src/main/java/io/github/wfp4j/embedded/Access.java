package io.github.wfp4j.embedded;

import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

/** Says who may do what (8.1). Rights are those of {@code FWPM_ACTRL} and the standard ones. */
final class Access {
    private final Store store;

    Access(Store store) {
        this.store = store;
    }

    /** Refuses a caller who lacks a right on a container. */
    void require(Caller caller, Container container, int right) {
        EngineFailure.unless(isGranted(caller, container, right), ErrorCode.ERROR_ACCESS_DENIED);
    }

    /** {@return whether a caller has a right on a container} */
    boolean isGranted(Caller caller, Container container, int right) {
        return isUnlimited(caller) || Rights.grants(store.security().of(container), caller, right);
    }

    /** Refuses a caller who lacks a right on an object. */
    void require(Caller caller, Key key, int right) {
        EngineFailure.unless(isGranted(caller, key, right), ErrorCode.ERROR_ACCESS_DENIED);
    }

    /** {@return whether a caller has a right on an object} */
    boolean isGranted(Caller caller, Key key, int right) {
        return isUnlimited(caller) || Rights.grants(store.security().of(key), caller, right);
    }

    /** {@return whether a caller may do everything, as administrators may in a new engine} */
    private boolean isUnlimited(Caller caller) {
        return store.security().isAsNew() && caller.is(Caller.ADMINISTRATORS);
    }

    /**
     * Gives an object that was just added its descriptor, within the transaction.
     *
     * @param wanted what the caller wants, or null for what the container gives
     */
    void secure(Caller caller, Key key, @Nullable SecurityDescriptor wanted) {
        Sid owner = caller.owner();
        boolean inherits = wanted == null && owner.equals(store.security().of(key).owner());
        if (!inherits) {
            SecurityDescriptor own = wanted == null ? SecurityDescriptor.NONE : wanted;
            store.secure(key, own.owner() == null ? own.withOwner(owner) : own);
        }
    }
}
