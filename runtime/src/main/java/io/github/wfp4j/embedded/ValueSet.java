package io.github.wfp4j.embedded;

/**
 * The values of one field that a condition matches, without the unknown one (5).
 *
 * <p>Sets are compared with sets of the same field only, so that both are of one kind. All answers
 * are exact: each kind can express every set that the conditions on its fields have, and what is
 * made of such sets. There is no kind for texts, because no field of any layer holds them.
 */
sealed interface ValueSet permits NumberSet, BlobSet, PrincipalSet {
    /** {@return the values that are in both sets} */
    ValueSet and(ValueSet other);

    /** {@return all other values of the field} */
    ValueSet complement();

    /** {@return whether no value is in the set} */
    boolean isEmpty();

    /** {@return the values that are in one of the sets at least} */
    default ValueSet or(ValueSet other) {
        return complement().and(other.complement()).complement();
    }

    /** {@return whether all values of another set are in this one} */
    default boolean contains(ValueSet other) {
        return other.and(complement()).isEmpty();
    }

    /** {@return whether some value of another set is in this one} */
    default boolean intersects(ValueSet other) {
        return !and(other).isEmpty();
    }
}
