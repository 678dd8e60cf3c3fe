package io.github.wfp4j.internal.memory;

import java.lang.foreign.MemorySegment;

/** Whether this library may touch native memory, which the JVM's command line decides. */
@SuppressWarnings("restricted")
public final class NativeAccess {
    private NativeAccess() {}

    /**
     * Checks that native access is not denied.
     *
     * @throws IllegalCallerException if it is; the message is the option to add
     */
    public static void require() {
        try {
            var _ = MemorySegment.NULL.reinterpret(0);
        } catch (IllegalCallerException e) {
            throw denied(NativeAccess.class.getModule(), e);
        }
    }

    static IllegalCallerException denied(Module module, IllegalCallerException cause) {
        String name = module.isNamed() ? module.getName() : "ALL-UNNAMED";
        return new IllegalCallerException(
                "wfp4j needs native access: add --enable-native-access=" + name, cause);
    }
}
