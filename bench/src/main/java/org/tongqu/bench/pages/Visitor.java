package org.tongqu.bench.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tongqu.bench.measure.WrongResult;

/** Somebody at a browser: signed in, with cookies and one open connection, and without the patience for pictures. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern MENU = Pattern.compile("(?s)<nav\\b.*?</nav>");
    private static final Pattern LINK = Pattern.compile("href=\"(/[a-z-]*)\"");
    private static final Pattern FIRST_OF_A_LIST = Pattern.compile(
            "<a [^>]*class=\"first\"[^>]*href=\"(/[^\"#]+)|<a [^>]*href=\"(/[^\"#]+)\"[^>]*class=\"first\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Visitor(int port) {
        this.port = port;
    }

    static Visitor stranger(int port) {
        return new Visitor(port);
    }

    /** One of the demo group's people. */
    static Visitor signedIn(int port, String login) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(port);
        String token = all(TOKEN, visitor.page("/sign-in")).getFirst();
        visitor.ask(HttpRequest.newBuilder(visitor.address("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("login=" + login + "&password=demo&_csrf=" + token)));
        return visitor;
    }

    /** The addresses of the menu, in its order. */
    List<String> menu() throws IOException, InterruptedException {
        return all(LINK, String.join("\n", all(MENU, page("/")))).stream()
                .distinct()
                .toList();
    }

    /** What the first line of a list leads to; none where it is no list or empty. */
    List<String> firstOf(String list) throws IOException, InterruptedException {
        return all(FIRST_OF_A_LIST, page(list)).stream()
                .limit(1)
                .map(link -> link.replace("&amp;", "&"))
                .toList();
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(Visitor::told).toList();
    }

    private static String told(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return found.group();
    }

    /** Milliseconds from the request to the last byte of a page that is whole and is the one asked for. */
    double load(String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        page(path);
        return (System.nanoTime() - began) / 1e6;
    }

    private String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(address(path)).GET());
        if (answer.statusCode() != 200
                || !answer.uri().getPath().equals(address(path).getPath())
                || !answer.body().stripTrailing().endsWith("</html>")) {
            throw new WrongResult(
                    path + " 没有给出完整的页面", path + " gave no whole page: " + answer.statusCode() + " " + answer.uri());
        }
        return answer.body();
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
