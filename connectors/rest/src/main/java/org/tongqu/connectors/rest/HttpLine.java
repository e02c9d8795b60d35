package org.tongqu.connectors.rest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.Fault;

/**
 * The line to one partner's HTTP server, whatever is said over it: one deadline covers connecting, sending and the last byte of the
 * answer, no answer is read beyond 64 KiB, and no redirect is followed.
 */
public final class HttpLine implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Duration deadline;
    private final Clock clock;
    private final HttpClient client;

    public HttpLine(Duration deadline, Clock clock) {
        this.deadline = deadline;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(deadline)
                .build();
    }

    /** How one exchange ended. */
    public sealed interface Outcome {
        /**
         * Something came back.
         *
         * @param retryAfter what the partner asked for, at most an hour
         * @param whole false where the partner sent more than was kept
         */
        record Answered(int status, @Nullable Duration retryAfter, byte[] body, boolean whole) implements Outcome {}

        /** Nothing of use came back. */
        record Broken(Delivery.Failed failed) implements Outcome {}
    }

    /** @param request without a time limit: the line's own is put on it */
    public Outcome send(HttpRequest.Builder request) {
        CompletableFuture<HttpResponse<CappedBody.Bytes>> call =
                client.sendAsync(request.timeout(deadline).build(), response -> new CappedBody());
        try {
            // The client's own timeout ends with the headers; this one covers a body that trickles.
            var response = call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            CappedBody.Bytes body = response.body();
            return new Outcome.Answered(
                    response.statusCode(), retryAfter(response.headers()), body.bytes(), body.whole());
        } catch (TimeoutException e) {
            return late();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return broken(cause == null ? e : cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("停机时中断,稍后重试 / interrupted by shutdown, tried again later", Fault.HUB);
        } finally {
            call.cancel(true);
        }
    }

    /** Tells a transport error in our own words: an exception's text may quote anything. */
    private Outcome broken(Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException e -> late();
            case ConnectException e -> failed("连不上对方服务器 / cannot connect to the partner's server", Fault.PARTNER);
            case IOException e ->
                failed("连接中断或回答不合 HTTP / the connection broke or the answer is no HTTP", Fault.PARTNER);
            default ->
                failed(
                        "发送时程序出错 / our own error while sending: "
                                + cause.getClass().getSimpleName(),
                        Fault.HUB);
        };
    }

    private Outcome late() {
        long millis = deadline.toMillis();
        return failed(millis + " 毫秒内没有完整答复 / no complete answer within " + millis + " ms", Fault.PARTNER);
    }

    private static Outcome failed(String reason, Fault fault) {
        return new Outcome.Broken(new Delivery.Failed(reason, fault, null));
    }

    private @Nullable Duration retryAfter(HttpHeaders headers) {
        Optional<Duration> asked = headers.firstValue("Retry-After").flatMap(this::wait);
        return asked.map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                .orElse(null);
    }

    private Optional<Duration> wait(String header) {
        String value = header.strip();
        if (value.matches("[0-9]{1,18}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
            Duration wait = Duration.between(clock.instant(), until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Hangs up on whatever is still under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
