package org.tongqu.routes.in;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.connectors.soap.Contract;
import org.tongqu.connectors.soap.FactoryService;
import org.tongqu.connectors.soap.SoapAnswer;
import org.tongqu.connectors.soap.SoapCall;
import org.tongqu.routes.Answer;
import org.tongqu.routes.Answers;
import org.tongqu.routes.BusyWords;

/**
 * SOAP over HTTP: {@code GET} reads our WSDL, {@code POST /ws/factory} brings an envelope. It stands behind the security filter, which
 * leaves a {@link Sender} where HTTP proved one; of the request's headers, Content-Type and SOAPAction are looked at and none goes in.
 */
public final class SoapInlet implements Filter {
    /** Bytes an envelope may have. */
    static final int MAX_BODY = 2 * 1024 * 1024;

    private static final String SERVICE = "/ws/factory";
    private static final Pattern DOCUMENT = Pattern.compile("/ws/(factory|factory-inbox)");
    private static final Pattern TYPE =
            Pattern.compile("(?i)text/xml\\s*(?:;\\s*charset\\s*=\\s*\"?([\\w-]+)\"?)?\\s*;?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,255}|\\[[0-9a-fA-F:.]{2,45}]");

    private final FactoryService service;
    private final AtTheSluice entrance;

    public SoapInlet(FactoryService service, Sluice sluice) {
        this.service = service;
        this.entrance = new AtTheSluice(sluice, SoapInlet::busy);
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain) throws IOException {
        HttpServletRequest request = (HttpServletRequest) in;
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean reads = request.getMethod().equals("GET");
        HttpInlet.write(reads ? contract(request, path) : answer(request, path), (HttpServletResponse) out);
    }

    private static Answer contract(HttpServletRequest request, String path) {
        Matcher document = DOCUMENT.matcher(path);
        String query = String.valueOf(request.getQueryString());
        return !document.matches()
                ? notHere()
                : Contract.read(base(request), document.group(1), query)
                        .map(xml -> new Answer(200, SoapAnswer.CONTENT_TYPE, Map.of(), xml))
                        .orElseGet(SoapInlet::notHere);
    }

    /** As the asker reached us; a name that is none is not repeated. */
    private static String base(HttpServletRequest request) {
        String host = HOST.matcher(request.getServerName()).matches() ? request.getServerName() : "localhost";
        return request.getScheme() + "://" + host + ":" + request.getServerPort() + request.getContextPath() + "/ws";
    }

    private Answer answer(HttpServletRequest request, String path) {
        if (!path.equals(SERVICE)) {
            return notHere();
        }
        Matcher type = TYPE.matcher(String.valueOf(request.getContentType()));
        List<String> actions = Collections.list(request.getHeaders("SOAPAction"));
        if (!request.getMethod().equals("POST")) {
            return refusal(405, SoapWords.method(), Map.of("Allow", "GET, POST"));
        }
        if (!type.matches() || HttpInlet.isPacked(request) || !isKnown(type.group(1)) || actions.size() > 1) {
            RequestBody.throwAway(request);
            return refusal(415, SoapWords.type(), Map.of());
        }
        String charset = type.group(1);
        String action = actions.isEmpty() ? null : unquoted(actions.getFirst());
        return entrance.pass(request, load -> answer(request, charset, action, load));
    }

    private Answer answer(
            HttpServletRequest request, @Nullable String charset, @Nullable String action, Sluice.Load load) {
        return switch (RequestBody.read(request, MAX_BODY, load)) {
            case RequestBody.TooMuch no -> entrance.tooMany();
            case RequestBody.TooLarge no -> refusal(413, SoapWords.tooLarge(MAX_BODY), Map.of("Connection", "close"));
            case RequestBody.BrokenOff no -> refusal(400, Answers.BROKEN_OFF, Map.of());
            case RequestBody.TooSlow no -> refusal(408, Answers.TOO_SLOW, Map.of("Connection", "close"));
            case RequestBody.Whole(byte[] envelope) -> {
                Sender sender = (Sender) request.getAttribute(HttpInlet.SENDER);
                SoapAnswer answer = service.answer(new SoapCall(envelope, charset, action, sender));
                yield new Answer(answer.status(), SoapAnswer.CONTENT_TYPE, Map.of(), answer.envelope());
            }
        };
    }

    private static boolean isKnown(@Nullable String charset) {
        return charset == null || (charset.length() < 40 && Charset.isSupported(charset));
    }

    private static @Nullable String unquoted(String action) {
        String plain = action.strip().replaceAll("^\"|\"$", "");
        return plain.isEmpty() ? null : plain;
    }

    private static Answer busy(Sluice.Shut shut) {
        return refusal(503, BusyWords.of(shut), Answers.retryAfter(shut));
    }

    private static Answer notHere() {
        return refusal(404, SoapWords.notHere(), Map.of());
    }

    private static Answer refusal(int status, Refusal refusal, Map<String, String> headers) {
        SoapAnswer answer = FactoryService.refusal(status, refusal);
        return new Answer(answer.status(), SoapAnswer.CONTENT_TYPE, headers, answer.envelope());
    }
}
