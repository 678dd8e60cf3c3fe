package io.github.wfp4j.explain;

import io.github.wfp4j.types.Sid;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Who is at the two ends of a flow, each as the SIDs of a token: the user and its groups.
 *
 * @param localUser who runs the program on this computer, or null if it is not known
 * @param remoteUser who runs the program at the peer, or null if it is not known; only of use where
 *     IPsec authenticated the user
 * @param remoteMachine the peer, or null if it is not known; only of use where IPsec authenticated
 *     it
 */
public record Principals(
        @Nullable Set<Sid> localUser,
        @Nullable Set<Sid> remoteUser,
        @Nullable Set<Sid> remoteMachine) {
    /** Of whom nothing is known. */
    public static final Principals UNKNOWN = new Principals(null, null, null);

    /** Copies the sets. */
    public Principals {
        localUser = localUser == null ? null : Set.copyOf(localUser);
        remoteUser = remoteUser == null ? null : Set.copyOf(remoteUser);
        remoteMachine = remoteMachine == null ? null : Set.copyOf(remoteMachine);
    }
}
