package io.github.wfp4j.internal.abi;

/**
 * What stands between C and the functions in Java that it calls.
 *
 * <p>An exception that leaves such a function ends the JVM, so none does: it is given to the
 * boundary, and C gets a code.
 */
public interface Boundary {
    /**
     * {@return 0, or the code that every function answers now instead of being called}
     *
     * <p>Functions that close handles and free memory are called nevertheless.
     */
    int refusal();

    /**
     * {@return the code that C gets in place of an exception}
     *
     * <p>It must not throw.
     *
     * @param thrown what a function threw
     */
    int codeOf(Throwable thrown);
}
