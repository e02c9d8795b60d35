package org.tongqu.routes.in;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.connectors.rest.ItemReader;
import org.tongqu.routes.Answer;
import org.tongqu.routes.Answers;
import org.tongqu.routes.RouteErrors;
import org.tongqu.routes.Stops;

/**
 * Where messages posted by HTTP step onto their road; it must stand behind the security filter, which leaves a {@link Sender} in the request.
 * Only the bytes, Content-Type and Idempotency-Key go in: no other header and no query parameter can reach a route, whatever its name.
 */
public final class HttpInlet implements Filter {
    /** Request attribute in which the security filter leaves the {@link Sender}. */
    public static final String SENDER = "org.tongqu.connectors.canon.Sender";

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Map<String, String> STOPS = Map.of(
            "/api/v1/visits", Stops.VISITS,
            "/api/v1/orders", Stops.ORDERS,
            "/api/v1/acknowledgements", Stops.ACKNOWLEDGEMENTS,
            "/api/v1/answers", Stops.ANSWERS,
            "/api/v1/uplink", Stops.UPLINK);

    /** Here GET lists what was posted, so reading goes on to whoever reads. */
    private static final String ALSO_READ = "/api/v1/orders";

    private final ProducerTemplate template;
    private final AtTheSluice entrance;

    /** @param template of the context that holds {@link InletRoutes} */
    public HttpInlet(ProducerTemplate template, Sluice sluice) {
        this.template = template;
        this.entrance = new AtTheSluice(sluice, Answers::busy);
    }

    /** Where a POST is a message. */
    public static Set<String> paths() {
        return STOPS.keySet();
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String stop = STOPS.get(path);
        if (stop == null || (path.equals(ALSO_READ) && reads(request.getMethod()))) {
            chain.doFilter(in, out);
        } else {
            write(answer(request, path, stop), (HttpServletResponse) out);
        }
    }

    private static boolean reads(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private Answer answer(HttpServletRequest request, String path, String stop) {
        List<String> keys = Collections.list(request.getHeaders(IDEMPOTENCY_KEY));
        Optional<Answer> refusal = refusal(request, path, keys);
        if (refusal.isPresent()) {
            RequestBody.throwAway(request);
            return refusal.get();
        }
        return entrance.pass(request, load -> answer(request, stop, keys, load));
    }

    private Answer answer(HttpServletRequest request, String stop, List<String> keys, Sluice.Load load) {
        return switch (RequestBody.read(request, ItemReader.MAX_BODY, load)) {
            case RequestBody.TooMuch no -> entrance.tooMany();
            case RequestBody.TooLarge no -> Answers.tooLarge(ItemReader.tooLarge());
            case RequestBody.BrokenOff no -> Answers.brokenOff();
            case RequestBody.TooSlow no -> Answers.tooSlow();
            case RequestBody.Whole whole ->
                carry(stop, (Sender) request.getAttribute(SENDER), request.getContentType(), keys, whole.bytes());
        };
    }

    /** What can be said before the first byte of the body is read. */
    private static Optional<Answer> refusal(HttpServletRequest request, String path, List<String> keys) {
        if (!(request.getAttribute(SENDER) instanceof Sender)) {
            return Optional.of(Answers.whoAreYou());
        }
        if (!request.getMethod().equals("POST")) {
            return Optional.of(Answers.wrongMethod(path.equals(ALSO_READ) ? "GET, POST" : "POST"));
        }
        if (!isJson(request.getContentType()) || isPacked(request)) {
            return Optional.of(Answers.wrongType());
        }
        boolean oddKey = keys.size() > 1 || keys.stream().anyMatch(key -> !key.matches("[\\x21-\\x7e]{1,200}"));
        return oddKey ? Optional.of(Answers.badKey()) : Optional.empty();
    }

    private static boolean isJson(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
        return type.matches("application/(json|x-ndjson|jsonl)(;charset=utf-?8)?;?");
    }

    static boolean isPacked(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private Answer carry(String stop, Sender sender, String contentType, List<String> keys, byte[] bytes) {
        Exchange done = template.request(stop, exchange -> {
            exchange.setProperty(SENDER, sender);
            exchange.getMessage().setBody(bytes);
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, contentType);
            keys.forEach(key -> exchange.getMessage().setHeader(IDEMPOTENCY_KEY, key));
        });
        if (done.getMessage().getBody() instanceof Answer answer) {
            return answer;
        }
        Exception cause = done.getException();
        return RouteErrors.unexpected(
                done.getExchangeId(), cause == null ? new IllegalStateException("no answer from " + stop) : cause);
    }

    static void write(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
        response.flushBuffer();
    }
}
