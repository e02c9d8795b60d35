package org.tongqu.connectors.rest;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import org.tongqu.connectors.canon.Carrier;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.DemandWord.Asked;
import org.tongqu.connectors.canon.Directory.Endpoint;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Parcel;

/**
 * Carries demands to one factory's REST server, {@code POST {base}/demands}, and believes nothing the server does not prove:
 * one deadline covers connecting, sending and the last byte of the answer, and no answer is read beyond 64 KiB.
 */
public final class RestFactory implements Carrier {
    private final Endpoint.Rest endpoint;
    private final Clock clock;
    private final HttpLine line;

    public RestFactory(Endpoint.Rest endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
        this.line = new HttpLine(endpoint.timeout(), clock);
    }

    @Override
    public Delivery deliver(Parcel parcel) {
        return switch (parcel.load()) {
            case Parcel.Load.Demand(Asked asked) -> deliver(parcel.id(), asked);
            case Parcel.Load.FileDone done ->
                new Delivery.Failed(
                        "REST 端点不收文件回执 / a REST endpoint takes no file receipt: " + done.name(), Fault.HUB, null);
        };
    }

    private Delivery deliver(String key, Asked asked) {
        HttpRequest.Builder request;
        try {
            request = request(key, asked);
        } catch (IllegalArgumentException e) {
            // Its message may quote the secret, so only the fact is told.
            return new Delivery.Failed("对方的地址或密钥配置不可用 / the partner's address or key is not usable", Fault.HUB, null);
        }
        return exchange(request, new FactoryAnswer(asked.demandId(), endpoint.bearer(), clock));
    }

    private HttpRequest.Builder request(String key, Asked asked) {
        HttpRequest.Builder request = HttpRequest.newBuilder(demands())
                .header("Content-Type", Document.FORMAT)
                .header("Accept", Document.FORMAT)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(RecordJson.write(asked)));
        if (endpoint.bearer() != null) {
            request.header("Authorization", "Bearer " + endpoint.bearer());
        }
        return request;
    }

    private URI demands() {
        String base = endpoint.base().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/demands");
    }

    private Delivery exchange(HttpRequest.Builder request, FactoryAnswer answer) {
        return switch (line.send(request)) {
            case HttpLine.Outcome.Answered answered -> answer.judge(answered);
            case HttpLine.Outcome.Broken(Delivery.Failed failed) -> failed;
        };
    }

    /** Hangs up on whatever is still under way. */
    @Override
    public void close() {
        line.close();
    }
}
