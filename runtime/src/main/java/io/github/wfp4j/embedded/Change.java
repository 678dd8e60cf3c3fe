package io.github.wfp4j.embedded;

/**
 * A change that a transaction made, which others are told about once it is committed (8.15).
 *
 * <p>It stands in the journal of the transaction; running it undoes it.
 */
interface Change extends Runnable {
    /** {@return whether there is anybody to be told} */
    boolean isWatched();

    /** {@return whether something was added, not deleted} */
    boolean isAddition();

    /** {@return what was added or deleted, the same object in both changes} */
    Object subject();

    /**
     * Tells those who want to know.
     *
     * @param cause the session that made the change
     */
    void publish(Session cause);
}
