package org.tongqu.demo.factory;

import java.nio.file.Path;

/**
 * What one simulated factory needs to know to open.
 *
 * @param code as the hub knows it, e.g. factory-crane
 * @param port on loopback; 0 takes a free one
 * @param secret of whoever delivers to it: the bearer by REST, behind the token's digest by SOAP
 * @param folder holds {@code <code>.jsonl}, all that the factory must remember
 */
public record FactorySettings(String code, int port, String secret, Path folder, Behaviour behaviour, Temper temper) {
    public FactorySettings {
        if (!code.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("not a partner code: " + code);
        }
    }
}
