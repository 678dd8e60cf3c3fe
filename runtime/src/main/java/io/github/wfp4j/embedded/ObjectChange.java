package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmChangeType;

/**
 * An object was added to a table or deleted from it.
 *
 * @param store holds the table
 * @param table the table
 * @param subject the object
 * @param isAddition whether it was added
 */
record ObjectChange<R>(Store store, Table<R> table, Stored<R> subject, boolean isAddition)
        implements Change {
    /** Undoes the change. */
    @Override
    public void run() {
        if (isAddition) {
            store.erase(table, subject);
        } else {
            store.insert(table, subject);
        }
    }

    /** {@return how C calls the change} */
    FwpmChangeType type() {
        return isAddition ? FwpmChangeType.ADD : FwpmChangeType.DELETE;
    }

    @Override
    public boolean isWatched() {
        return !table.subscribers().isEmpty();
    }

    @Override
    public void publish(Session cause) {
        table.subscribers().publish(this, cause);
    }
}
