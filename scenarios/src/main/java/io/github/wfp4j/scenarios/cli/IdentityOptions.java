package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.Identities;
import io.github.wfp4j.types.SecurityDescriptor;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Set;

/** Who may connect. */
final class IdentityOptions {
    /** All of them. */
    static final Set<String> NAMES = Set.of("--allow-computers", "--allow-users");

    @Option(
            names = "--allow-computers",
            paramLabel = "WHO",
            converter = Converters.Members.class,
            description =
                    "The computers: SIDs with commas between them, or a security descriptor as"
                            + " O:SYG:SYD:(A;;CC;;;S-1-5-...).")
    private @Nullable SecurityDescriptor computers;

    @Option(
            names = "--allow-users",
            paramLabel = "WHO",
            converter = Converters.Members.class,
            description = "The users, in the same forms; with AuthIP.")
    private @Nullable SecurityDescriptor users;

    /** {@return whether somebody is named} */
    boolean areGiven() {
        return computers != null || users != null;
    }

    /** {@return who is named} */
    Identities identities() {
        return new Identities(computers, users);
    }
}
