package org.tongqu.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tongqu.connectors.canon.LineCarrier;
import org.tongqu.connectors.canon.Refusal;

/** A branch's line over {@code POST {hub}/api/v1/uplink}: one deadline from connecting to the last byte, and no answer beyond 2 MiB. */
public final class RestLine implements LineCarrier {
    private final URI address;
    private final String credential;
    private final Duration timeout;
    private final HttpClient client;

    /** @param key the branch's API key or password, sent as HTTP Basic under its code */
    public RestLine(URI hub, String branch, String key, Duration timeout) {
        String base = hub.toString();
        this.address =
                URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/api/v1/uplink");
        this.credential = "Basic " + Base64.getEncoder().encodeToString((branch + ":" + key).getBytes(UTF_8));
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public String name() {
        return "REST";
    }

    @Override
    public Word call(byte[] call) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", Document.FORMAT)
                .header("Accept", Document.FORMAT)
                .header("Authorization", credential)
                .POST(BodyPublishers.ofByteArray(call))
                .build();
        CompletableFuture<HttpResponse<CappedBody.Bytes>> exchange =
                client.sendAsync(request, response -> new CappedBody(UplinkJson.MAX_CALL));
        try {
            // The client's own timeout ends with the headers; this one covers a body that trickles.
            return judge(exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return late();
        } catch (ExecutionException e) {
            return cut("连不上总站 " + address, "the hub cannot be reached at " + address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return cut("停机时中断", "interrupted by the stop");
        } finally {
            exchange.cancel(true);
        }
    }

    private static Word judge(HttpResponse<CappedBody.Bytes> response) {
        int status = response.statusCode();
        byte[] body = response.body().bytes();
        if (status == 200 && response.body().whole()) {
            return new Word.Said(body);
        }
        return switch (status) {
            case 401 ->
                new Word.Denied(
                        new Refusal(
                                "",
                                "WRONG_KEY",
                                "总站不认本大区的密钥(HTTP 401),请核对 TONGQU_BRANCH 与密钥后重启节点",
                                "the hub does not know this branch's key (HTTP 401), check TONGQU_BRANCH and the key, then start the node again"));
            case 400, 403, 404, 405, 413, 415 -> new Word.Denied(ProblemJson.said(status, body));
            default -> cut("总站暂不受理:HTTP " + status, "the hub does not answer now: HTTP " + status);
        };
    }

    private Word late() {
        return cut(timeout.toSeconds() + " 秒内没有完整答复", "no complete answer within " + timeout.toSeconds() + " s");
    }

    private static Word cut(String zh, String en) {
        return new Word.Cut(new Refusal("", "LINE_CUT", zh + ",稍后自动重试", en + "; tried again by itself"));
    }

    /** Hangs up on whatever is still under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
