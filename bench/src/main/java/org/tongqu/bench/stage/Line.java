package org.tongqu.bench.stage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 connection at a time on a plain socket, so that the sender costs the shared cores as little as can be; not for two threads. */
public final class Line implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private final String head;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    /** @param authorization the header's value, or empty for none */
    public Line(int port, String path, String contentType, String authorization) {
        this.port = port;
        this.head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Type: " + contentType
                + (authorization.isEmpty() ? "" : "\r\nAuthorization: " + authorization) + "\r\nContent-Length: ";
    }

    /** An answer's status and body. */
    public record Answer(int status, String body) {}

    public Answer post(byte[] body) throws IOException {
        Socket connected = connected();
        byte[] start = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        connected.getOutputStream().write(request);
        return answer();
    }

    private Socket connected() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MILLIS);
            open.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        return open;
    }

    private Answer answer() throws IOException {
        InputStream from = java.util.Objects.requireNonNull(in);
        int status = Integer.parseInt(line(from).split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(from); !header.isEmpty(); header = line(from)) {
            String plain = header.toLowerCase(Locale.ROOT);
            if (plain.startsWith("content-length:")) {
                length = Integer.parseInt(plain.substring(15).strip());
            }
            chunked |= plain.startsWith("transfer-encoding:") && plain.contains("chunked");
            last |= plain.startsWith("connection:") && plain.contains("close");
        }
        byte[] body = chunked ? chunks(from) : from.readNBytes(length);
        if (last) {
            close();
        }
        return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream from) throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (int size = size(from); size > 0; size = size(from)) {
            all.write(from.readNBytes(size));
            line(from);
        }
        line(from);
        return all.toByteArray();
    }

    private static int size(InputStream from) throws IOException {
        return Integer.parseInt(line(from).strip(), 16);
    }

    private static String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = from.read(); c != '\n'; c = from.read()) {
            if (c < 0) {
                throw new IOException("the other side hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            open.close();
        }
    }
}
