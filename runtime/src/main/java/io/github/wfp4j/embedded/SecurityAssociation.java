package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.ipsec.IpsecSaDetails1;

import java.time.Instant;

/**
 * One direction of a pair of security associations, with one bundle.
 *
 * @param details what is read of it, but for the transport filter, which is looked up then
 * @param end when it is gone; {@link Instant#MAX} if nothing ends it
 */
record SecurityAssociation(IpsecSaDetails1 details, Instant end) {
    FwpDirection direction() {
        return details.saDirection();
    }

    boolean isAlive(Instant now) {
        return now.isBefore(end);
    }

    /** {@return whether one of its bundle has an SPI} */
    boolean hasSpi(long spi) {
        return details.saBundle().saList().stream().anyMatch(sa -> sa.spi() == spi);
    }

    /** {@return it with an end that is not after another time} */
    SecurityAssociation endingBy(Instant time) {
        return end.isAfter(time) ? new SecurityAssociation(details, time) : this;
    }

    SecurityAssociation withDetails(IpsecSaDetails1 newDetails) {
        return new SecurityAssociation(newDetails, end);
    }
}
