package io.github.wfp4j.embedded;

/**
 * What the functions of one engine share.
 *
 * @param store the objects
 * @param handles the open handles
 * @param calls runs the functions
 * @param changes adds and deletes objects
 * @param results hands objects out
 * @param ids counts run-time ids
 */
record Core(Store store, Handles handles, Calls calls, Changes changes, Results results, Ids ids) {}
