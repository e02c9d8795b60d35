package org.tongqu.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A factory's program that writes its envelopes by hand, so that it can also write wrong ones. */
public final class SoapCaller {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String TOKEN =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#";

    private final int port;

    public SoapCaller(int port) {
        this.port = port;
    }

    public static String envelope(String header, String payload) {
        return "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns=\"urn:tongqu:factory:1\"><e:Header>"
                + header + "</e:Header><e:Body>" + payload + "</e:Body></e:Envelope>";
    }

    /** A token made now, with a nonce of its own. */
    public static String token(String user, String secret) {
        return token(user, secret, UUID.randomUUID().toString(), Instant.now().toString());
    }

    public static String token(String user, String secret, String nonce, String created) {
        byte[] all = (nonce + created + secret).getBytes(UTF_8);
        String password = Base64.getEncoder().encodeToString(sha1(all));
        return token(
                user, "PasswordDigest", password, Base64.getEncoder().encodeToString(nonce.getBytes(UTF_8)), created);
    }

    public static String token(String user, String type, String password, String nonce, String created) {
        return """
                <w:Security xmlns:w="%s" e:mustUnderstand="1"><w:UsernameToken><w:Username>%s</w:Username>\
                <w:Password Type="%s%s">%s</w:Password><w:Nonce>%s</w:Nonce><u:Created xmlns:u="%s">%s</u:Created>\
                </w:UsernameToken></w:Security>""".formatted(WSSE, user, TOKEN, type, password, nonce, WSU, created);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Heard withBasic(String user, String password, String payload) {
        String credential = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return send(request(envelope("", payload)).header("Authorization", "Basic " + credential));
    }

    public Heard withToken(String token, String payload) {
        return send(request(envelope(token, payload)));
    }

    public Heard post(String envelope) {
        return send(request(envelope));
    }

    private HttpRequest.Builder request(String envelope) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ws/factory"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "text/xml;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(envelope));
    }

    private static Heard send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Heard(response.statusCode(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** What came back. */
    public record Heard(int status, String text) {
        /** The text of the first element of this name, or nothing. */
        public String said(String element) {
            Matcher found = Pattern.compile("<(?:\\w+:)?" + element + "(?: [^>]*)?>([^<]*)<")
                    .matcher(text);
            return found.find() ? found.group(1) : "";
        }

        public String messageId() {
            return said("messageId");
        }

        /** RECEIVED or DUPLICATE, or the code of a fault. */
        public String word() {
            return said("status").isEmpty() ? said("code") : said("status");
        }
    }
}
