package io.github.wfp4j.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.wfp4j.internal.abi.KeyManagerFunctions;
import io.github.wfp4j.internal.codec.IpsecKeyManager0Codec;
import io.github.wfp4j.internal.codec.IpsecKeyManagerCallbacks0Codec;
import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.ipsec.IpsecKeyManager0;
import io.github.wfp4j.ipsec.IpsecKeyManagerCallbacks0;
import io.github.wfp4j.view.IpsecKeyManager0View;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The key managers: programs that learn, or decide, the keys of the security associations which the
 * keying modules negotiate.
 *
 * <p>Only Windows has them, from Windows 8 on: they take part in the work of its keying modules.
 * Threads and lifetime are as for the {@link Engine}, and so are the errors that every method may
 * throw.
 */
public final class KeyManagers {
    private final Calls calls;
    private final KeyManagerFunctions functions;

    KeyManagers(Calls calls) {
        this.calls = calls;
        this.functions = calls.functions().keyManager();
    }

    /**
     * {@return all key managers}
     *
     * <p>C: {@code IPsecKeyManagersGet0}.
     */
    public List<IpsecKeyManager0> all() {
        return calls.list(
                "IPsecKeyManagersGet0",
                (page, address) -> new IpsecKeyManager0View(page, address).toRecord(),
                functions::IPsecKeyManagersGet0);
    }

    /**
     * Adds a key manager and has the keying modules call it.
     *
     * <p>C: {@code IPsecKeyManagerAddAndRegister0}.
     *
     * @param manager its key, its name, and whether it decides keys
     * @param callbacks the addresses of its functions, such as those of upcall stubs; they must
     *     stay callable until the registration is closed
     * @return the registration, which ends when it is closed
     * @throws AlreadyExistsException if there is one with that key
     * @throws WfpException if another one decides keys already, as {@code
     *     FWP_E_KEY_DICTATOR_ALREADY_REGISTERED}, among others
     */
    public KeyManagerRegistration register(
            IpsecKeyManager0 manager, IpsecKeyManagerCallbacks0 callbacks) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment encoded = IpsecKeyManager0Codec.encode(manager, arena);
            MemorySegment stubs = IpsecKeyManagerCallbacks0Codec.encode(callbacks, arena);
            MemorySegment handle = arena.allocate(ADDRESS);
            calls.run(
                    "IPsecKeyManagerAddAndRegister0",
                    manager.keyManagerKey(),
                    engine ->
                            functions.IPsecKeyManagerAddAndRegister0(
                                    engine, encoded, stubs, handle));
            return new KeyManagerRegistration(calls, handle.get(ADDRESS, 0));
        }
    }
}
