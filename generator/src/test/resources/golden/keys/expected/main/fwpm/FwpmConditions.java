package io.github.wfp4j.fwpm;

import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Guid;

/**
 * The well-known values of {@link ConditionKey}.
 *
 * <p>C: {@code FWPM_CONDITION_*}, {@code fwpmu.h}.
 */
public final class FwpmConditions {
    /**
     * C: {@code FWPM_CONDITION_ALE_SIO_FIREWALL_SOCKET_PROPERTY}, another name of {@code FWPM_CONDITION_ALE_SIO_FIREWALL_SYSTEM_PORT}.
     */
    public static final ConditionKey ALE_SIO_FIREWALL_SOCKET_PROPERTY = new ConditionKey(new Guid(0x4efbcb98b9f4e088L, 0xdb43263307adc7a2L));

    /**
     * C: {@code FWPM_CONDITION_ALE_SIO_FIREWALL_SYSTEM_PORT}.
     */
    public static final ConditionKey ALE_SIO_FIREWALL_SYSTEM_PORT = new ConditionKey(new Guid(0x4efbcb98b9f4e088L, 0xdb43263307adc7a2L));

    private FwpmConditions() {
    }
}
