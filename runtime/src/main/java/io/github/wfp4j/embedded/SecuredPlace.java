package io.github.wfp4j.embedded;

import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.SecurityDescriptor;

import org.jspecify.annotations.Nullable;

/**
 * A container or an object with the descriptor that was set on it (8.1).
 *
 * @param container the container, or what the object lies in
 * @param key the object, or null if it is the container
 * @param descriptor what it has of its own
 */
record SecuredPlace(Container container, @Nullable Key key, SecurityDescriptor descriptor) {}
