package io.gleamflow.script;

/**
 * Carries what a later step threw through the Lua code that called {@code emit}: an error, because {@code pcall} catches
 * exceptions.
 */
final class Tunnel extends Error {

    private final RuntimeException cargo;

    Tunnel(RuntimeException cargo) {
        super(cargo.getMessage(), cargo, false, false);
        this.cargo = cargo;
    }

    RuntimeException cargo() {
        return cargo;
    }
}
