package io.github.wfp4j.ikeext;

import io.github.wfp4j.types.Texts;

/**
 * The name with which a principal authenticated.
 *
 * <p>C: {@code IKEEXT_NAME_CREDENTIAL0}, {@code iketypes.h}.
 *
 * @param principalName the name of the principal
 */
public record IkeextNameCredential0(String principalName) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public IkeextNameCredential0 {
        Texts.requireTerminable(principalName, "principalName");
    }
}
