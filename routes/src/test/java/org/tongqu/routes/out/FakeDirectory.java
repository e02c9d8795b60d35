package org.tongqu.routes.out;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tongqu.connectors.canon.Directory;

/** A directory in memory that can change under the roads' feet. */
final class FakeDirectory implements Directory {
    private final List<Partner> partners = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void factory(String code, URI base) {
        change(new Partner(code, Kind.FACTORY, new Endpoint.Rest(base, "key-of-" + code, Duration.ofSeconds(20))));
    }

    void soap(String code, URI address) {
        change(new Partner(code, Kind.FACTORY, new Endpoint.Soap(address, "tongqu", "s3cret", Duration.ofSeconds(2))));
    }

    void factoryWithoutServer(String code) {
        change(new Partner(code, Kind.FACTORY, null));
    }

    void agent(String code) {
        change(new Partner(code, Kind.AGENT, null));
    }

    private void change(Partner partner) {
        partners.removeIf(known -> known.code().equals(partner.code()));
        partners.add(partner);
        listeners.forEach(Runnable::run);
    }

    void remove(String code) {
        partners.removeIf(known -> known.code().equals(code));
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<Partner> partners() {
        return List.copyOf(partners);
    }

    @Override
    public void onChange(Runnable look) {
        listeners.add(look);
    }
}
