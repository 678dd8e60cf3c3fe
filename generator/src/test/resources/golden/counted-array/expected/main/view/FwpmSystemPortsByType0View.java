package io.github.wfp4j.view;

import io.github.wfp4j.fwpm.FwpmSystemPortType;
import io.github.wfp4j.fwpm.FwpmSystemPortsByType0;
import io.github.wfp4j.internal.codec.FwpmSystemPortsByType0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.types.DecodingException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * {@link FwpmSystemPortsByType0} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code FWPM_SYSTEM_PORTS_BY_TYPE0}, {@code fwpmtypes.h}.
 */
public final class FwpmSystemPortsByType0View {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public FwpmSystemPortsByType0View(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return the type of service}
     */
    public FwpmSystemPortType type() {
        return Reader.known(typeRaw(), FwpmSystemPortType::find, "FWPM_SYSTEM_PORTS_BY_TYPE0.type", "FWPM_SYSTEM_PORT_TYPE");
    }

    /**
     * {@return the number behind {@link #type()}, whether it is known or not}
     */
    public int typeRaw() {
        return page.int32(address + FwpmSystemPortsByType0Codec.TYPE);
    }

    /**
     * {@return the ports, 0 to 65535 each}
     */
    public List<Integer> ports() {
        return page.kept(page.reader().countedShorts(page.live(), address + FwpmSystemPortsByType0Codec.PORTS, page.count(page.uint32(address + FwpmSystemPortsByType0Codec.NUM_PORTS), "FWPM_SYSTEM_PORTS_BY_TYPE0.numPorts"), "FWPM_SYSTEM_PORTS_BY_TYPE0.ports"));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public FwpmSystemPortsByType0 toRecord() {
        return page.kept(FwpmSystemPortsByType0Codec.read(page.reader(), page.live(), address));
    }

    /**
     * An array of such structs, read in place.
     */
    public static final class Array extends ViewList<FwpmSystemPortsByType0View> {
        private final Page page;

        private final long address;

        Array(Page page, long address, int size) {
            super(size);
            this.page = page;
            this.address = address;
        }

        @Override
        public FwpmSystemPortsByType0View get(int index) {
            return at(Objects.checkIndex(index, size()));
        }

        @Override
        public Iterator<FwpmSystemPortsByType0View> iterator() {
            return new ArrayWalk();
        }

        private FwpmSystemPortsByType0View at(int index) {
            return new FwpmSystemPortsByType0View(page, page.nested(address + 16L * index));
        }

        private final class ArrayWalk extends ViewList.Walk<FwpmSystemPortsByType0View> {
            ArrayWalk() {
                super(size());
            }

            @Override
            public FwpmSystemPortsByType0View next() {
                return at(step());
            }
        }
    }
}
