package org.tongqu.connectors.rest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private final HttpClient client;

    public RestFactory(Endpoint.Rest endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(endpoint.timeout())
                .build();
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
        HttpRequest request;
        try {
            request = request(key, asked);
        } catch (IllegalArgumentException e) {
            // Its message may quote the secret, so only the fact is told.
            return new Delivery.Failed("对方的地址或密钥配置不可用 / the partner's address or key is not usable", Fault.HUB, null);
        }
        return exchange(request, new FactoryAnswer(asked.demandId(), endpoint.bearer(), clock));
    }

    private HttpRequest request(String key, Asked asked) {
        HttpRequest.Builder request = HttpRequest.newBuilder(demands())
                .timeout(endpoint.timeout())
                .header("Content-Type", Document.FORMAT)
                .header("Accept", Document.FORMAT)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(RecordJson.write(asked)));
        if (endpoint.bearer() != null) {
            request.header("Authorization", "Bearer " + endpoint.bearer());
        }
        return request.build();
    }

    private URI demands() {
        String base = endpoint.base().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/demands");
    }

    private Delivery exchange(HttpRequest request, FactoryAnswer answer) {
        CompletableFuture<HttpResponse<CappedBody.Bytes>> call =
                client.sendAsync(request, response -> new CappedBody());
        try {
            // The client's own timeout ends with the headers; this one covers a body that trickles.
            var response = call.get(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return answer.judge(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            return late();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return broken(cause == null ? e : cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Failed("停机时中断,稍后重试 / interrupted by shutdown, tried again later", Fault.HUB, null);
        } finally {
            call.cancel(true);
        }
    }

    /** Tells a transport error in our own words: an exception's text may quote anything. */
    private Delivery broken(Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException e -> late();
            case ConnectException e -> partner("连不上对方服务器 / cannot connect to the partner's server");
            case IOException e -> partner("连接中断或回答不合 HTTP / the connection broke or the answer is no HTTP");
            default ->
                new Delivery.Failed(
                        "发送时程序出错 / our own error while sending: "
                                + cause.getClass().getSimpleName(),
                        Fault.HUB,
                        null);
        };
    }

    private Delivery late() {
        long millis = endpoint.timeout().toMillis();
        return partner(millis + " 毫秒内没有完整答复 / no complete answer within " + millis + " ms");
    }

    private static Delivery partner(String reason) {
        return new Delivery.Failed(reason, Fault.PARTNER, null);
    }

    /** Hangs up on whatever is still under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
