package org.tongqu.routes.out;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.tongqu.connectors.rest.HttpLine;
import org.tongqu.connectors.soap.Line;

/** Carries envelopes over the same line as demands by REST, with the same deadline and cap. */
final class SoapLine implements Line {
    private final HttpLine line;

    SoapLine(HttpLine line) {
        this.line = line;
    }

    @Override
    public Outcome post(URI address, Map<String, String> headers, byte[] envelope) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(envelope));
        headers.forEach(request::header);
        return switch (line.send(request)) {
            case HttpLine.Outcome.Answered(int status, var retryAfter, byte[] body, boolean whole) ->
                new Outcome.Answered(status, retryAfter, body, whole);
            case HttpLine.Outcome.Broken(var failed) -> new Outcome.Broken(failed);
        };
    }

    @Override
    public void close() {
        line.close();
    }
}
