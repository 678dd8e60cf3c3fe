package io.github.wfp4j.engine;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The members of an object that an error of the engine is probably about.
 *
 * <p>Only errors with few causes have any.
 */
final class LikelyMembers {
    private LikelyMembers() {}

    /** {@return the members of what a call was for that may have caused its error} */
    static List<Member> of(Object subject, ErrorCode code) {
        if (code == ErrorCode.FWP_E_NULL_POINTER) {
            return subject instanceof Record it ? MissingMembers.of(name(subject), it) : List.of();
        }
        return switch (subject) {
            case FwpmFilter0 it -> LikelyFilterMembers.of(it, code);
            case FwpmProvider0 it ->
                    of(it, code, it.providerKey(), it.displayData(), it.flags(), null);
            case FwpmSublayer0 it ->
                    of(it, code, it.subLayerKey(), it.displayData(), it.flags(), it.providerKey());
            case FwpmCallout0 it -> {
                List<Member> members =
                        of(
                                it,
                                code,
                                it.calloutKey(),
                                it.displayData(),
                                it.flags(),
                                it.providerKey());
                yield code == ErrorCode.FWP_E_LAYER_NOT_FOUND
                        ? List.of(Member.of("callout.applicableLayer", it.applicableLayer()))
                        : members;
            }
            case FwpmProviderContext0 it ->
                    of(
                            it,
                            code,
                            it.providerContextKey(),
                            it.displayData(),
                            it.flags(),
                            it.providerKey());
            case FwpmProviderContext1 it ->
                    of(
                            it,
                            code,
                            it.providerContextKey(),
                            it.displayData(),
                            it.flags(),
                            it.providerKey());
            case FwpmProviderContext2 it ->
                    of(
                            it,
                            code,
                            it.providerContextKey(),
                            it.displayData(),
                            it.flags(),
                            it.providerKey());
            case FwpmProviderContext3 it ->
                    of(
                            it,
                            code,
                            it.providerContextKey(),
                            it.displayData(),
                            it.flags(),
                            it.providerKey());
            case FwpmSession0 it ->
                    of(it, code, it.sessionKey(), it.displayData(), it.flags(), null);
            default -> List.of();
        };
    }

    /** What all kinds of objects have in common. */
    private static List<Member> of(
            Object object,
            ErrorCode code,
            Key key,
            FwpmDisplayData0 displayData,
            Record flags,
            @Nullable ProviderKey provider) {
        String name = name(object);
        return switch (code) {
            case FWP_E_ALREADY_EXISTS -> List.of(Member.of(name + '.' + keyName(object), key));
            case FWP_E_PROVIDER_NOT_FOUND -> List.of(Member.of(name + ".providerKey", provider));
            case FWP_E_INVALID_FLAGS -> List.of(Member.of(name + ".flags", flags));
            case FWP_E_LIFETIME_MISMATCH -> {
                List<Member> members = new ArrayList<>();
                members.add(Member.of(name + ".flags", flags));
                if (provider != null) {
                    members.add(Member.of(name + ".providerKey", provider));
                }
                yield members;
            }
            case FWP_E_NULL_DISPLAY_NAME, FWP_E_INVALID_PARAMETER -> texts(name, displayData);
            default -> List.of();
        };
    }

    /** {@return the texts that are shown for an object} */
    static List<Member> texts(String object, FwpmDisplayData0 displayData) {
        return List.of(
                Member.of(object + ".displayData.name", displayData.name()),
                Member.of(object + ".displayData.description", displayData.description()));
    }

    private static String name(Object object) {
        return switch (object) {
            case FwpmFilter0 _ -> "filter";
            case FwpmProvider0 _ -> "provider";
            case FwpmSublayer0 _ -> "sublayer";
            case FwpmCallout0 _ -> "callout";
            case FwpmSession0 _ -> "session";
            case FwpmProviderContext0 _,
                    FwpmProviderContext1 _,
                    FwpmProviderContext2 _,
                    FwpmProviderContext3 _ ->
                    "providerContext";
            default -> "argument";
        };
    }

    private static String keyName(Object object) {
        return object instanceof FwpmSublayer0 ? "subLayerKey" : name(object) + "Key";
    }
}
