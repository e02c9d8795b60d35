package org.tongqu.hub;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicBoolean;

/** What an attacker sends as an object: whoever only reads it has already run its code. */
final class Gadget implements Serializable {
    static final AtomicBoolean SPRUNG = new AtomicBoolean();

    private static final long serialVersionUID = 1L;

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        SPRUNG.set(true);
    }
}
