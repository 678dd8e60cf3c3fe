package io.github.wfp4j.embedded;

/**
 * What the functions of one engine share.
 *
 * @param options what was chosen when it was made
 * @param store the objects
 * @param handles the open handles
 * @param calls runs the functions
 * @param access says who may do what
 * @param changes adds and deletes objects
 * @param results hands objects out
 * @param ids counts run-time ids
 * @param deliveries brings notifications
 */
record Core(
        EmbeddedEngineOptions options,
        Store store,
        Handles handles,
        Calls calls,
        Access access,
        Changes changes,
        Results results,
        Ids ids,
        Deliveries deliveries) {}
