package io.github.wfp4j.embedded;

import io.github.wfp4j.types.Sid;

import java.util.HashSet;
import java.util.Set;

/**
 * Users, groups and app containers, by their SIDs.
 *
 * @param allBut whether these are all principals but the named ones
 * @param named the principals that are named
 */
record PrincipalSet(boolean allBut, Set<Sid> named) implements ValueSet {
    static final PrincipalSet NONE = new PrincipalSet(false, Set.of());

    PrincipalSet {
        named = Set.copyOf(named);
    }

    static PrincipalSet of(Sid principal) {
        return new PrincipalSet(false, Set.of(principal));
    }

    boolean contains(Sid principal) {
        return named.contains(principal) != allBut;
    }

    @Override
    public PrincipalSet and(ValueSet other) {
        PrincipalSet second = (PrincipalSet) other;
        boolean both = allBut && second.allBut;
        Set<Sid> result = new HashSet<>(named);
        result.addAll(second.named);
        result.removeIf(sid -> (contains(sid) && second.contains(sid)) == both);
        return new PrincipalSet(both, result);
    }

    @Override
    public PrincipalSet complement() {
        return new PrincipalSet(!allBut, named);
    }

    @Override
    public boolean isEmpty() {
        return !allBut && named.isEmpty();
    }
}
