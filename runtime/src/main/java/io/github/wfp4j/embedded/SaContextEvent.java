package io.github.wfp4j.embedded;

import io.github.wfp4j.ipsec.IpsecSaContextEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecSaContextEventType0;

import java.util.function.Predicate;

/**
 * A security association context was added or deleted.
 *
 * @param type which of both
 * @param id the id of the context
 * @param matching whether a valid template asks for the context
 */
record SaContextEvent(
        IpsecSaContextEventType0 type, long id, Predicate<IpsecSaContextEnumTemplate0> matching) {}
