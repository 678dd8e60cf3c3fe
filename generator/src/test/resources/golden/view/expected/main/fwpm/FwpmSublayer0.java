package io.github.wfp4j.fwpm;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.types.Unsigned;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sublayer, the scope in which the filters of one layer are arbitrated.
 *
 * <p>C: {@code FWPM_SUBLAYER0}, {@code fwpmtypes.h}.
 *
 * @param subLayerKey identifies the sublayer; the engine replaces a zero key by a new one
 * @param displayData the name and description that tools show; the name must not be null
 * @param flags whether it outlives the session that added it
 * @param providerKey the owning provider, or null for none
 * @param providerData data that the provider keeps with the object; the engine does not look at it
 * @param weight the rank among sublayers, 0 to 65535; the highest is evaluated first. If it is taken, the engine assigns the nearest free one
 */
public record FwpmSublayer0(SublayerKey subLayerKey, FwpmDisplayData0 displayData,
        FwpmSublayerFlags flags, @Nullable ProviderKey providerKey, FwpByteBlob providerData,
        int weight) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public FwpmSublayer0 {
        Objects.requireNonNull(subLayerKey, "subLayerKey");
        Objects.requireNonNull(displayData, "displayData");
        Objects.requireNonNull(flags, "flags");
        Objects.requireNonNull(providerData, "providerData");
        Unsigned.requireUint16(weight, "weight");
    }

    /**
     * {@return one in which everything else is zero, empty or none}
     *
     * @param subLayerKey identifies the sublayer; the engine replaces a zero key by a new one
     * @param displayData the name and description that tools show; the name must not be null
     */
    public static FwpmSublayer0 of(SublayerKey subLayerKey, FwpmDisplayData0 displayData) {
        return new FwpmSublayer0(subLayerKey, displayData, new FwpmSublayerFlags(0), null, new FwpByteBlob(Bytes.empty()), 0);
    }

    /**
     * {@return a copy with another {@code subLayerKey}}
     *
     * @param subLayerKey identifies the sublayer; the engine replaces a zero key by a new one
     */
    public FwpmSublayer0 withSubLayerKey(SublayerKey subLayerKey) {
        return new FwpmSublayer0(subLayerKey, displayData, flags, providerKey, providerData, weight);
    }

    /**
     * {@return a copy with another {@code displayData}}
     *
     * @param displayData the name and description that tools show; the name must not be null
     */
    public FwpmSublayer0 withDisplayData(FwpmDisplayData0 displayData) {
        return new FwpmSublayer0(subLayerKey, displayData, flags, providerKey, providerData, weight);
    }

    /**
     * {@return a copy with another {@code flags}}
     *
     * @param flags whether it outlives the session that added it
     */
    public FwpmSublayer0 withFlags(FwpmSublayerFlags flags) {
        return new FwpmSublayer0(subLayerKey, displayData, flags, providerKey, providerData, weight);
    }

    /**
     * {@return a copy with another {@code providerKey}}
     *
     * @param providerKey the owning provider, or null for none
     */
    public FwpmSublayer0 withProviderKey(@Nullable ProviderKey providerKey) {
        return new FwpmSublayer0(subLayerKey, displayData, flags, providerKey, providerData, weight);
    }

    /**
     * {@return a copy with another {@code providerData}}
     *
     * @param providerData data that the provider keeps with the object; the engine does not look at it
     */
    public FwpmSublayer0 withProviderData(FwpByteBlob providerData) {
        return new FwpmSublayer0(subLayerKey, displayData, flags, providerKey, providerData, weight);
    }

    /**
     * {@return a copy with another {@code weight}}
     *
     * @param weight the rank among sublayers, 0 to 65535; the highest is evaluated first. If it is taken, the engine assigns the nearest free one
     */
    public FwpmSublayer0 withWeight(int weight) {
        return new FwpmSublayer0(subLayerKey, displayData, flags, providerKey, providerData, weight);
    }
}
