package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.fwpm.FwpmNotifyFlags;
import io.github.wfp4j.fwpm.FwpmSystemPortType;
import io.github.wfp4j.fwpm.FwpmSystemPorts0;
import io.github.wfp4j.fwpm.FwpmSystemPortsByType0;
import io.github.wfp4j.fwpm.FwpmVswitchEvent0;
import io.github.wfp4j.fwpm.FwpmVswitchEventSubscription0;
import io.github.wfp4j.internal.abi.DynamicKeywordFunctions;
import io.github.wfp4j.internal.abi.FwpmDynamicKeywordCallback0;
import io.github.wfp4j.internal.abi.FwpmSystemPortsCallback0;
import io.github.wfp4j.internal.abi.FwpmVswitchEventCallback0;
import io.github.wfp4j.internal.abi.SystemPortsFunctions;
import io.github.wfp4j.internal.abi.VswitchEventFunctions;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.internal.codec.FwpmSystemPorts0Codec;
import io.github.wfp4j.internal.codec.FwpmVswitchEvent0Codec;
import io.github.wfp4j.types.DecodingException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Subscriptions that the embedded engine does not have, with functions that a test calls back. */
final class WindowsSubscriptionTest {
    private static final MemorySegment HANDLE = MemorySegment.ofAddress(0x5B);

    private final EmbeddedEngine embedded = EmbeddedEngine.create();
    private final Engine engine = Engine.open(functions(), Sessions.named("test"));
    private final List<Object> told = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private MemorySegment callback = NULL;
    private int flags;

    @AfterEach
    void close() {
        engine.close();
        embedded.close();
    }

    private int subscribed(MemorySegment function, MemorySegment handle) {
        callback = function;
        handle.set(ADDRESS, 0, HANDLE);
        return 0;
    }

    private int unsubscribed(String name, MemorySegment handle) {
        assertThat(handle).isEqualTo(HANDLE);
        ended.add(name);
        return 0;
    }

    /** {@return the functions of the embedded engine, and those that it lacks} */
    private WfpFunctions functions() {
        return (WfpFunctions)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {WfpFunctions.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "vswitchEvent" -> vswitchEvents();
                                    case "systemPorts" -> systemPorts();
                                    case "dynamicKeyword" -> dynamicKeywords();
                                    default -> embedded(method, arguments);
                                });
    }

    private Object embedded(Method method, Object[] arguments) throws IllegalAccessException {
        try {
            return method.invoke(embedded.functions(), arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }

    private VswitchEventFunctions vswitchEvents() {
        return new VswitchEventFunctions() {
            @Override
            public int FwpmvSwitchEventSubscribe0(
                    MemorySegment engineHandle,
                    MemorySegment subscription,
                    MemorySegment function,
                    MemorySegment context,
                    MemorySegment handle) {
                return subscribed(function, handle);
            }

            @Override
            public int FwpmvSwitchEventUnsubscribe0(
                    MemorySegment engineHandle, MemorySegment handle) {
                return unsubscribed("vSwitch", handle);
            }
        };
    }

    private SystemPortsFunctions systemPorts() {
        return new SystemPortsFunctions() {
            @Override
            public int FwpmSystemPortsSubscribe0(
                    MemorySegment engineHandle,
                    MemorySegment reserved,
                    MemorySegment function,
                    MemorySegment context,
                    MemorySegment handle) {
                assertThat(reserved).isEqualTo(NULL);
                return subscribed(function, handle);
            }

            @Override
            public int FwpmSystemPortsUnsubscribe0(
                    MemorySegment engineHandle, MemorySegment handle) {
                return unsubscribed("ports", handle);
            }
        };
    }

    private DynamicKeywordFunctions dynamicKeywords() {
        return new DynamicKeywordFunctions() {
            @Override
            public int FwpmDynamicKeywordSubscribe0(
                    int bits, MemorySegment function, MemorySegment context, MemorySegment handle) {
                flags = bits;
                return subscribed(function, handle);
            }

            @Override
            public int FwpmDynamicKeywordUnsubscribe0(MemorySegment handle) {
                return unsubscribed("keywords", handle);
            }
        };
    }

    @Test
    void tellsOfVirtualSwitches() {
        FwpmVswitchEvent0 event =
                new FwpmVswitchEvent0(
                        "switch", new FwpmVswitchEvent0.Detail.EnabledForInspection());
        try (var _ = engine.subscribe(FwpmVswitchEventSubscription0.of(), told::add);
                Arena arena = Arena.ofConfined()) {
            int code =
                    FwpmVswitchEventCallback0.of(callback)
                            .call(NULL, FwpmVswitchEvent0Codec.encode(event, arena));
            assertThat(code).isZero();
        }
        assertThat(told).containsExactly(event);
        assertThat(ended).containsExactly("vSwitch");
    }

    @Test
    void tellsOfSystemPorts() {
        FwpmSystemPorts0 ports =
                new FwpmSystemPorts0(
                        List.of(
                                new FwpmSystemPortsByType0(
                                        FwpmSystemPortType.RPC_EPMAP, List.of(135))));
        try (var _ = engine.subscribeSystemPorts(told::add);
                Arena arena = Arena.ofConfined()) {
            FwpmSystemPortsCallback0.of(callback)
                    .call(NULL, FwpmSystemPorts0Codec.encode(ports, arena));
        }
        assertThat(told).containsExactly(ports);
        assertThat(ended).containsExactly("ports");
    }

    @Test
    void tellsOfDynamicKeywords() {
        FwpmNotifyFlags all = FwpmNotifyFlags.ADDRESSES_ALL;
        try (var _ = engine.subscribeDynamicKeywords(all, told::add)) {
            assertThat(flags).isEqualTo(all.bits());
            FwpmDynamicKeywordCallback0.of(callback).call(NULL, NULL);
        }
        assertThat(told).containsExactly(all);
        assertThat(ended).containsExactly("keywords");
    }

    @Test
    void saysWhyAnEventCannotBeRead() {
        try (var _ = engine.subscribeSystemPorts(Listener.of(told::add, errors::add))) {
            FwpmSystemPortsCallback0.of(callback).call(NULL, NULL);
        }
        assertThat(told).isEmpty();
        assertThat(errors)
                .singleElement()
                .isInstanceOfSatisfying(
                        DecodingException.class,
                        it -> assertThat(it).hasMessageContaining("FWPM_SYSTEM_PORTS0"));
    }

    @Test
    void endsWithItsEngine() {
        var _ = engine.subscribeDynamicKeywords(FwpmNotifyFlags.ADDRESSES_ALL, told::add);
        engine.close();
        assertThat(ended).containsExactly("keywords");
    }
}
