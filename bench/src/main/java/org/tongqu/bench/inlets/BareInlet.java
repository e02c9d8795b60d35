package org.tongqu.bench.inlets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import org.tongqu.bench.stage.Bare;
import org.tongqu.bench.stage.Line;
import org.tongqu.bench.stage.Store;

/** Spring Boot, one endpoint, one insert. */
record BareInlet(Bare bare, Store store) implements Inlet {
    @Override
    public String name() {
        return "bare";
    }

    @Override
    public String zh() {
        return "空端点";
    }

    @Override
    public String en() {
        return "a bare endpoint";
    }

    @Override
    public Line line() {
        return new Line(bare.port(), "/orders", "application/json", "");
    }

    @Override
    public byte[] order(String orderNo) {
        return OrderText.json(orderNo).getBytes(UTF_8);
    }

    @Override
    public boolean isTaken(Line.Answer answer) {
        return answer.status() == 202;
    }

    @Override
    public long kept() throws SQLException {
        try (Connection connection = store.open(bare.database())) {
            return Store.count(connection, "select count(*) from bare_order");
        }
    }

    @Override
    public void finish() {
        // An order is done when it is answered.
    }

    @Override
    public long pid() {
        return bare.pid();
    }
}
