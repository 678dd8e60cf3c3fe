package io.github.wfp4j.netsh;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.SecurityDescriptor;

import org.jspecify.annotations.Nullable;

/**
 * The form of security descriptors: SDDL.
 *
 * <p>Bytes that the text would not give back are written as digits, as those of a blob; Windows
 * does not do that.
 */
record DescriptorForm() implements Form {
    private static final Form BYTES = new BlobForm();

    @Override
    public @Nullable Object read(Element element, Reading reading) {
        if (element.isEmpty() || element.child(BlobForm.DATA) != null) {
            return BYTES.read(element, reading);
        }
        String text = Leaves.text(element);
        try {
            return new FwpByteBlob(SecurityDescriptor.ofSddl(text).toBytes());
        } catch (IllegalArgumentException e) {
            // An entry with a condition, for example, is right and yet not understood.
            throw new NewerNameException(
                    element, "%s is not understood: %s".formatted(text, e.getMessage()));
        }
    }

    @Override
    public @Nullable Object missing() {
        return BYTES.missing();
    }

    @Override
    public void write(@Nullable Object value, Element element) {
        if (value instanceof FwpByteBlob(Bytes bytes)) {
            String text = text(bytes);
            if (text == null) {
                BYTES.write(value, element);
            } else {
                element.setText(text);
            }
        }
    }

    private static @Nullable String text(Bytes bytes) {
        try {
            String text = SecurityDescriptor.of(bytes).toSddl();
            boolean comesBack = SecurityDescriptor.ofSddl(text).toBytes().equals(bytes);
            return comesBack && !text.isEmpty() ? text : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
