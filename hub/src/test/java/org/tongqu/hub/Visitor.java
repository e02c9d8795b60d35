package org.tongqu.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser: signs in by the form, keeps the cookies, sends the token that pages carry, follows where it is sent. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----tongqu-visitor";

    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Visitor(int port) {
        this.port = port;
    }

    static Visitor stranger(int port) {
        return new Visitor(port);
    }

    static Visitor signedIn(int port, String login) {
        Visitor visitor = new Visitor(port);
        String form = "login=" + login + "&password=demo&_csrf=" + encoded(visitor.token("/sign-in"));
        visitor.send(visitor.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return visitor;
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path).GET());
    }

    String page(String path) {
        return text(get(path));
    }

    /** The token of a page's form. */
    String token(String path) {
        Matcher found = TOKEN.matcher(page(path));
        return found.find() ? found.group(1) : "none";
    }

    HttpResponse<byte[]> upload(String token, String name, byte[] bytes) {
        return upload("/upload", token, name, bytes);
    }

    HttpResponse<byte[]> upload(String path, String token, String name, byte[] bytes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "Content-Disposition: form-data; name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
        part(
                body,
                "Content-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream",
                bytes);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends a form with the token of the page it stands on, and follows where that leads. */
    HttpResponse<byte[]> act(String page, String path, String form) {
        String whole = form + (form.isEmpty() ? "" : "&") + "_csrf=" + encoded(token(page));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(whole)));
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\n" + head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
