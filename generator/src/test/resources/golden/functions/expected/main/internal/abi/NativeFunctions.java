package io.github.wfp4j.internal.abi;

import java.lang.foreign.SymbolLookup;

/**
 * The functions of a native library with the C ABI.
 */
public final class NativeFunctions implements WfpFunctions {
    private final Symbols symbols;

    /**
     * Creates the functions; each symbol is looked up on its first use.
     *
     * @param library finds the symbols
     */
    public NativeFunctions(SymbolLookup library) {
        symbols = new Symbols(library);
    }

    @Override
    public EngineFunctions engine() {
        return new NativeEngineFunctions(symbols);
    }

    @Override
    public SublayerFunctions sublayer() {
        return new NativeSublayerFunctions(symbols);
    }
}
