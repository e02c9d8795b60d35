package org.tongqu.connectors.rest;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Keeps the first bytes of an answer and hangs up on the rest, so that a partner that sends a gigabyte costs us 64 KiB, or what its caller allows. */
final class CappedBody implements BodySubscriber<CappedBody.Bytes> {
    static final int MAX = 64 * 1024;

    /** @param whole false where the partner sent more than was kept */
    record Bytes(byte[] bytes, boolean whole) {}

    private final int max;
    private final CompletableFuture<Bytes> done = new CompletableFuture<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private @Nullable Subscription subscription;

    CappedBody() {
        this(MAX);
    }

    /** @param max bytes that are kept */
    CappedBody(int max) {
        this.max = max;
    }

    @Override
    public CompletionStage<Bytes> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] some = new byte[Math.min(buffer.remaining(), max - kept.size())];
            buffer.get(some);
            kept.writeBytes(some);
            if (buffer.hasRemaining()) {
                hangUp();
                return;
            }
        }
    }

    private void hangUp() {
        if (subscription != null) {
            subscription.cancel();
        }
        done.complete(new Bytes(kept.toByteArray(), false));
    }

    @Override
    public void onError(Throwable broken) {
        done.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        done.complete(new Bytes(kept.toByteArray(), true));
    }
}
