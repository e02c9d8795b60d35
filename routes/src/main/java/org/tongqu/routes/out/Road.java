package org.tongqu.routes.out;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.canon.Carrier;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.Directory.Endpoint;
import org.tongqu.connectors.canon.Directory.Partner;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.connectors.jms.QueueFactory;
import org.tongqu.connectors.rest.AcknowledgementWording;
import org.tongqu.connectors.rest.HttpLine;
import org.tongqu.connectors.rest.RecordJson;
import org.tongqu.connectors.rest.RestFactory;
import org.tongqu.connectors.soap.SoapFactory;
import org.tongqu.routes.XmlWording;

/** The way to one partner: its own connections and its own helpers, shared with nobody. */
final class Road implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Road.class);
    private static final int HELPERS_TO_A_SERVER = 4;
    private static final Duration BROKER_DEADLINE = Duration.ofSeconds(20);

    private final Partner partner;
    private final @Nullable Carrier factory;
    private final Function<Parcel, Delivery> fileReports;

    Road(Partner partner, Function<Parcel, Delivery> fileReports, ConnectionFactory broker, Clock clock) {
        this.partner = partner;
        this.fileReports = fileReports;
        Endpoint endpoint = partner.endpoint();
        this.factory = endpoint == null ? null : carrier(partner.code(), endpoint, broker, clock);
    }

    private static Carrier carrier(String code, Endpoint endpoint, ConnectionFactory broker, Clock clock) {
        return switch (endpoint) {
            case Endpoint.Rest rest -> new RestFactory(rest, clock);
            case Endpoint.Soap soap ->
                new SoapFactory(
                        soap,
                        new SoapLine(new HttpLine(soap.timeout(), clock)),
                        new XmlWording<>(new AcknowledgementWording()),
                        clock);
            case Endpoint.Queue queue -> new QueueFactory(broker, code, RecordJson::write, BROKER_DEADLINE);
        };
    }

    Partner partner() {
        return partner;
    }

    /** How many parcels may be under way at once. */
    int helpers() {
        return factory == null ? 1 : HELPERS_TO_A_SERVER;
    }

    /** By what this parcel goes; absent where there is no way. */
    @Nullable
    Wire wire(Parcel parcel) {
        Endpoint endpoint = partner.endpoint();
        return switch (parcel.load()) {
            case Parcel.Load.FileDone done -> Wire.FILE;
            case Parcel.Load.Demand demand -> endpoint == null ? null : endpoint.wire();
        };
    }

    Delivery deliver(Parcel parcel) {
        try {
            return switch (parcel.load()) {
                case Parcel.Load.FileDone done -> fileReports.apply(parcel);
                case Parcel.Load.Demand demand -> factory == null ? noServer() : factory.deliver(parcel);
            };
        } catch (RuntimeException e) {
            LOG.error("Our own fault while delivering parcel {} to {}", parcel.id(), partner.code(), e);
            String reason =
                    "发送时程序出错 / our own error while sending: " + e.getClass().getSimpleName();
            return new Delivery.Failed(reason, Fault.HUB, null);
        }
    }

    private static Delivery noServer() {
        return new Delivery.Failed("该伙伴没有登记服务器地址 / no server address is registered for this partner", Fault.HUB, null);
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
        }
    }
}
