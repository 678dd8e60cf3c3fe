package io.github.wfp4j.embedded;

/** How long an object lives, the shortest first (3.1). */
enum Lifetime {
    /** It dies with the session that added it. */
    DYNAMIC,

    /** It dies when the engine stops. */
    STATIC,

    /** It dies when it is deleted; boot-time filters count as such (3.4). */
    PERSISTENT,

    /** It never dies. */
    BUILTIN;

    /**
     * {@return whether an object that lives so long may refer to one with another lifetime (3.2)}
     */
    boolean mayReferTo(Lifetime target) {
        return target.compareTo(this) >= 0;
    }
}
