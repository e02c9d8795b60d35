package org.tongqu.connectors.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A factory's server on a bare socket, so that it can misbehave below HTTP; it remembers what it was told. */
final class FakeFactory implements AutoCloseable {
    interface Behaviour {
        void answer(Socket caller, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket door;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    final List<String> heard = new CopyOnWriteArrayList<>();

    FakeFactory(Behaviour behaviour) {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.add(Thread.startVirtualThread(() -> listen(behaviour)));
    }

    static FakeFactory answering(String status, String headers, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return new FakeFactory((caller, out) -> {
            out.write(("HTTP/1.1 " + status + "\r\nContent-Length: " + bytes.length + "\r\n" + headers + "\r\n")
                    .getBytes(ISO_8859_1));
            out.write(bytes);
        });
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/api");
    }

    private void listen(Behaviour behaviour) {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                threads.add(Thread.startVirtualThread(() -> serve(caller, behaviour)));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket caller, Behaviour behaviour) {
        try (caller;
                InputStream in = new BufferedInputStream(caller.getInputStream())) {
            heard.add(request(in));
            OutputStream out = caller.getOutputStream();
            behaviour.answer(caller, out);
            out.flush();
        } catch (IOException | InterruptedException e) {
            // The caller hung up or the test is over: either is how this ends.
            return;
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                return head.toString();
            }
            head.append((char) c);
        }
        String length = head.toString().replaceAll("(?is).*content-length: *([0-9]+).*", "$1");
        return head + new String(in.readNBytes(Integer.parseInt(length)), UTF_8);
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.forEach(Thread::interrupt);
    }
}
