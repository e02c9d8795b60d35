package org.tongqu.routes.in;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A request's body")
@Timeout(20)
class RequestBodyTest {
    /** A sender that is never late enough for the socket's own patience. */
    private static final class Trickle extends ServletInputStream {
        private final Duration pause;
        private int left;

        Trickle(int bytes, Duration pause) {
            this.left = bytes;
            this.pause = pause;
        }

        @Override
        public int read() throws IOException {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stop) {
                throw new InterruptedIOException();
            }
            return left-- > 0 ? 'x' : -1;
        }

        /** One byte each time, however many are wanted. */
        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int one = read();
            into[from] = (byte) one;
            return one < 0 ? -1 : 1;
        }

        @Override
        public boolean isFinished() {
            return left <= 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    /** A request of so many bytes, which are not announced. */
    private static HttpServletRequest saying(int bytes, Duration pause) {
        return saying(bytes, pause, -1);
    }

    private static HttpServletRequest saying(int bytes, Duration pause, long announced) {
        Trickle trickle = new Trickle(bytes, pause);
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequestBodyTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, args) -> method.getName().equals("getInputStream") ? trickle : announced);
    }

    @Test
    @DisplayName("that trickles for ever is given up when its time is over")
    void trickles() {
        assertThat(RequestBody.read(
                        saying(1_000_000, Duration.ofMillis(20)),
                        2_000_000,
                        Duration.ofMillis(300),
                        new HandSluice().load()))
                .isInstanceOf(RequestBody.TooSlow.class);
    }

    @Test
    @DisplayName("that is merely slow is waited for")
    void slow() {
        assertThat(RequestBody.read(
                        saying(10, Duration.ofMillis(10)), 100, Duration.ofSeconds(10), new HandSluice().load()))
                .isInstanceOfSatisfying(
                        RequestBody.Whole.class,
                        whole -> assertThat(whole.bytes()).hasSize(10));
    }

    @Test
    @DisplayName("that grows past its size, though it never announced one, is too large")
    void tooLarge() {
        assertThat(RequestBody.read(saying(20, Duration.ZERO), 10, Duration.ofSeconds(10), new HandSluice().load()))
                .isInstanceOf(RequestBody.TooLarge.class);
    }

    @Test
    @DisplayName("that ends before all that it announced has broken off, whether the server under us says so or not")
    void brokenOff() {
        assertThat(RequestBody.read(saying(5, Duration.ZERO, 6), 10, Duration.ofSeconds(10), new HandSluice().load()))
                .isInstanceOf(RequestBody.BrokenOff.class);
        assertThat(RequestBody.read(saying(6, Duration.ZERO, 6), 10, Duration.ofSeconds(10), new HandSluice().load()))
                .isInstanceOf(RequestBody.Whole.class);
    }
}
