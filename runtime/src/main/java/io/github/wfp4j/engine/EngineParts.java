package io.github.wfp4j.engine;

import static java.lang.foreign.MemorySegment.NULL;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmProviderContextEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmSystemPorts0;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.internal.codec.FwpByteBlobCodec;
import io.github.wfp4j.internal.codec.FwpmProviderContextEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.FwpmSystemPorts0Codec;
import io.github.wfp4j.internal.codec.IpsecDospStateEnumTemplate0Codec;
import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.ipsec.IpsecDospStateEnumTemplate0;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.IpsecDospState0View;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * What an engine does besides its objects; much of it is grouped into parts of their own.
 *
 * <p>Not public, because its methods are the engine's; a class of its own, because they are many.
 */
abstract sealed class EngineParts extends EngineObjects permits EngineEvents {
    EngineParts(WfpFunctions functions, Calls calls) {
        super(functions, calls);
    }

    /** {@return IPsec's security associations, to key by hand and to look at} */
    public SecurityAssociations securityAssociations() {
        return new SecurityAssociations(calls);
    }

    /** {@return the security associations of the keying modules} */
    public IkeSecurityAssociations ikeSecurityAssociations() {
        return new IkeSecurityAssociations(calls);
    }

    /** {@return the IPsec tunnels, to add and delete} */
    public Tunnels tunnels() {
        return new Tunnels(calls);
    }

    /** {@return the policies on how connections leave this computer, to add and delete} */
    public ConnectionPolicies connectionPolicies() {
        return new ConnectionPolicies(calls);
    }

    /** {@return the key managers, which only Windows has} */
    public KeyManagers keyManagers() {
        return new KeyManagers(calls);
    }

    /** {@return the counters of IPsec and its keying modules} */
    public Statistics statistics() {
        return new Statistics(calls);
    }

    /** {@return what can be switched on the engine} */
    public EngineOptions options() {
        return new EngineOptions(calls);
    }

    /** {@return the security descriptors of objects, containers and databases} */
    public Security security() {
        return new Security(calls);
    }

    /** {@return a cursor over what IPsec's protection against denial of service keeps per peer} */
    public Cursor<IpsecDospState0View> dosProtectionStates() {
        return new Cursor<>(
                calls, IpsecEnumerations.dospStates(functions.dosp()), NULL, Subject.NONE);
    }

    /**
     * {@return a cursor over what IPsec's protection against denial of service keeps of the peers
     * that fit a template}
     *
     * @param template which ones
     */
    public Cursor<IpsecDospState0View> dosProtectionStates(IpsecDospStateEnumTemplate0 template) {
        return Cursor.of(
                calls,
                IpsecEnumerations.dospStates(functions.dosp()),
                template,
                IpsecDospStateEnumTemplate0Codec::encode);
    }

    /**
     * {@return a cursor over the provider contexts that fit a template and that a version of their
     * struct can express}
     *
     * @param <V> the view of the struct in that version
     * @param template which ones
     * @param version the class of {@link FwpmProviderContext3View} or an older version
     * @throws IllegalArgumentException if the class is another one
     */
    public <V> Cursor<V> providerContexts(
            FwpmProviderContextEnumTemplate0 template, Class<V> version) {
        return Cursor.of(
                calls,
                ContextViews.of(functions.providerContext(), version),
                template,
                FwpmProviderContextEnumTemplate0Codec::encode);
    }

    /**
     * {@return the ports that Windows chose for its own services, by what they are for}
     *
     * <p>C: {@code FwpmSystemPortsGet0}.
     */
    public FwpmSystemPorts0 systemPorts() {
        return calls.get(
                "FwpmSystemPortsGet0",
                new Struct<>(
                        "FWPM_SYSTEM_PORTS0",
                        FwpmSystemPorts0Codec.BYTE_SIZE,
                        FwpmSystemPorts0Codec::decode),
                Subject.NONE,
                functions.systemPorts()::FwpmSystemPortsGet0);
    }

    /**
     * {@return the id by which filters know a program, for {@link Conditions#application}}
     *
     * <p>C: {@code FwpmGetAppIdFromFileName0}.
     *
     * @param fileName the path of the program's file, such as {@code C:\Windows\notepad.exe}
     * @throws IllegalArgumentException if there is a NUL in the path, at which C would end it
     * @throws WfpException if there is no such file, among others
     */
    public FwpByteBlob appId(String fileName) {
        if (fileName.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("fileName has a NUL: " + fileName);
        }
        try (Arena arena = new ErasingArena()) {
            MemorySegment text = arena.allocate(2 * (fileName.length() + 1L), 2);
            text.setString(0, fileName, StandardCharsets.UTF_16LE);
            return calls.get(
                    "FwpmGetAppIdFromFileName0",
                    new Struct<>(
                            "FWP_BYTE_BLOB", FwpByteBlobCodec.BYTE_SIZE, FwpByteBlobCodec::decode),
                    "fileName=" + fileName,
                    (_, out) -> functions.engine().FwpmGetAppIdFromFileName0(text, out));
        }
    }
}
