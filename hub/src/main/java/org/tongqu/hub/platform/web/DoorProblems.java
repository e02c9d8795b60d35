package org.tongqu.hub.platform.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Problem;

/** Answers what the server itself turns away before any filter, e.g. a NUL in the address, with a problem in place of the server's own page. */
@Component
class DoorProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(DoorProblems.class);

    private final Ids ids;

    DoorProblems(Ids ids) {
        this.ids = ids;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(ids)));
    }

    private static final class ProblemValve extends ErrorReportValve {
        private final Ids ids;

        ProblemValve(Ids ids) {
            this.ids = ids;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable trouble) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                Problem.write(response.getResponse(), problem(status));
                response.finishResponse();
            } catch (IOException gone) {
                LOG.debug("the caller hung up before its answer", gone);
            }
        }

        private Problem problem(int status) {
            return status < 500
                    ? StatusWords.problem(HttpStatusCode.valueOf(status))
                    : StatusWords.unavailable(ids.next());
        }
    }
}
