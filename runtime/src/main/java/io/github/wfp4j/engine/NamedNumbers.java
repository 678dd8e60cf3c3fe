package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpConditionFlags;
import io.github.wfp4j.fwp.FwpConditionL2Flags;
import io.github.wfp4j.fwp.FwpConditionReauthorizeReasonFlags;
import io.github.wfp4j.fwp.FwpConditionSocketPropertyFlags;
import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwp.FwpVswitchNetworkType;
import io.github.wfp4j.fwpm.FwpmNetEventType;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethodType;
import io.github.wfp4j.ikeext.IkeextKeyModuleType;
import io.github.wfp4j.ipsec.IpsecTokenMode;
import io.github.wfp4j.ipsec.IpsecTrafficType;
import io.github.wfp4j.win32.DlAddressType;
import io.github.wfp4j.win32.IfType;
import io.github.wfp4j.win32.Ipproto;
import io.github.wfp4j.win32.NlAddressType;
import io.github.wfp4j.win32.RpcCAuthn;
import io.github.wfp4j.win32.RpcCAuthnLevel;
import io.github.wfp4j.win32.SioRcvall;
import io.github.wfp4j.win32.TunnelType;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names that the numbers of a field have, which are the constants of a generated class. */
enum NamedNumbers {
    NONE(Void.class),
    PROTOCOLS(Ipproto.class),
    DIRECTIONS(FwpDirection.class),
    INTERFACE_TYPES(IfType.class),
    TUNNEL_TYPES(TunnelType.class),
    ADDRESS_TYPES(NlAddressType.class),
    LINK_ADDRESS_TYPES(DlAddressType.class),
    SWITCH_NETWORK_TYPES(FwpVswitchNetworkType.class),
    PROMISCUOUS_MODES(SioRcvall.class),
    AUTHENTICATION_SERVICES(RpcCAuthn.class),
    AUTHENTICATION_LEVELS(RpcCAuthnLevel.class),
    EVENT_TYPES(FwpmNetEventType.class),
    TRAFFIC_TYPES(IpsecTrafficType.class),
    TOKEN_MODES(IpsecTokenMode.class),
    AUTHENTICATION_METHODS(IkeextAuthenticationMethodType.class),
    KEYING_MODULES(IkeextKeyModuleType.class),
    CONDITION_FLAGS(FwpConditionFlags.class),
    LINK_FLAGS(FwpConditionL2Flags.class),
    REAUTHORIZE_REASONS(FwpConditionReauthorizeReasonFlags.class),
    SOCKET_PROPERTIES(FwpConditionSocketPropertyFlags.class);

    /** What was read, because only few holders are ever asked for. */
    private static final Map<NamedNumbers, Map<String, Long>> READ = new ConcurrentHashMap<>();

    private final Class<?> holder;

    NamedNumbers(Class<?> holder) {
        this.holder = holder;
    }

    /** {@return the number with a name, or null if there is none} */
    @Nullable Long find(String name) {
        return byName().get(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** {@return the numbers by their names, in upper case} */
    Map<String, Long> byName() {
        return READ.computeIfAbsent(this, NamedNumbers::read);
    }

    private Map<String, Long> read() {
        Map<String, Long> found = new LinkedHashMap<>();
        for (Field constant : holder.getFields()) {
            if (Modifier.isStatic(constant.getModifiers())) {
                Long number = number(constant);
                if (number != null) {
                    found.put(constant.getName(), number);
                }
            }
        }
        return found;
    }

    /** A constant is a number, an enumerator that has a value, or flags that have bits. */
    private @Nullable Long number(Field constant) {
        try {
            if (constant.getType() == int.class) {
                return Integer.toUnsignedLong(constant.getInt(null));
            }
            if (constant.getType() != holder) {
                return null;
            }
            String accessor = holder.isEnum() ? "value" : "bits";
            return Integer.toUnsignedLong(
                    (int) holder.getMethod(accessor).invoke(constant.get(null)));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(holder + " is generated with constants that can be read", e);
        }
    }
}
