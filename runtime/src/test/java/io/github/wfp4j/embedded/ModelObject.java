package io.github.wfp4j.embedded;

import io.github.wfp4j.types.Key;

import java.util.List;

/**
 * An object of the model.
 *
 * @param kind its kind
 * @param serial how many objects of that kind got an id before it, or -1 if its id is not known
 * @param lifetime how long it lives
 * @param owner the session that it dies with, or -1 for none
 * @param references the keys of what it refers to
 * @param shown what reading it shows
 */
record ModelObject(
        ModelKind kind,
        int serial,
        Lifetime lifetime,
        int owner,
        List<Key> references,
        ModelAnswer.Shown shown) {
    boolean has(Key key) {
        return key.equals(shown.key());
    }
}
