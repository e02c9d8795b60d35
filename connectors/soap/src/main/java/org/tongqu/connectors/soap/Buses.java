package org.tongqu.connectors.soap;

import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.logging.FaultListener;

/** CXF as we let it run: a bus of its own for each use, silent about faults, which are told and logged by us. */
final class Buses {
    private Buses() {}

    static Bus quiet() {
        Bus bus = new ExtensionManagerBus();
        FaultListener silent = (trouble, description, message) -> false;
        bus.setProperty(FaultListener.class.getName(), silent);
        return bus;
    }
}
