package org.tongqu.hub;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.spi.RoutePolicyFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.Directory;
import org.tongqu.connectors.canon.FileIntake;
import org.tongqu.connectors.canon.FileReports;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.OpenDemands;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.connectors.canon.Outbox;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.SharedSecrets;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.canon.Wording;
import org.tongqu.connectors.rest.AcknowledgementWording;
import org.tongqu.connectors.rest.AnswerWording;
import org.tongqu.connectors.rest.OrderWording;
import org.tongqu.connectors.rest.VisitWording;
import org.tongqu.connectors.soap.FactoryService;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.EmbeddedBroker;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.PartnerQueues;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.routes.XmlWording;
import org.tongqu.routes.in.DropRoutes;
import org.tongqu.routes.in.HttpInlet;
import org.tongqu.routes.in.InletRoutes;
import org.tongqu.routes.in.LetterHandler;
import org.tongqu.routes.in.Letters;
import org.tongqu.routes.in.QueueKeeper;
import org.tongqu.routes.in.QueueRoutes;
import org.tongqu.routes.in.SoapDesk;
import org.tongqu.routes.in.SoapInlet;
import org.tongqu.routes.in.SoapRoutes;
import org.tongqu.routes.in.UplinkDesk;
import org.tongqu.routes.in.UplinkRoutes;
import org.tongqu.routes.out.DeliverFileReport;
import org.tongqu.routes.out.DeliveryRoutes;

/** Joins connectors and routes, which know no Spring, to the rooms. */
@Configuration(proxyBeanMethods = false)
class Wiring {
    private static final String DROP = "drop";

    @Bean
    RouteBuilder inlets(Intake intake) {
        return new InletRoutes(intake);
    }

    /** Times each road for the page that monitoring reads. */
    @Bean
    RoutePolicyFactory timedRoads(MeterRegistry meters) {
        MicrometerRoutePolicyFactory timed = new MicrometerRoutePolicyFactory();
        timed.setMeterRegistry(meters);
        return timed;
    }

    @Bean
    UplinkDesk uplinkDesk(Uplink uplink) {
        return new UplinkDesk(uplink);
    }

    @Bean
    RouteBuilder uplink(UplinkDesk desk) {
        return new UplinkRoutes(desk);
    }

    @Bean
    RouteBuilder dropFolders(
            Directory directory,
            FileIntake files,
            @Value("${tongqu.home}") Path home,
            Clock clock,
            Ids ids,
            Sluice sluice) {
        return new DropRoutes(directory, files, home.resolve(DROP), clock, ids::next, sluice);
    }

    @Bean
    RouteBuilder deliveries(
            Outbox outbox,
            Directory directory,
            FileReports reports,
            ConnectionFactory broker,
            @Value("${tongqu.home}") Path home,
            Clock clock,
            @Value("${tongqu.outbox.poll:2s}") Duration poll) {
        return new DeliveryRoutes(
                outbox, directory, new DeliverFileReport(reports, home.resolve(DROP))::deliver, broker, clock, poll);
    }

    /** A new kind of letter is one more word here. */
    @Bean
    RouteBuilder queues(
            Directory directory,
            ConnectionFactory broker,
            QueueKeeper keeper,
            Partners partners,
            Wall wall,
            Intake intake,
            UplinkDesk uplink,
            Clock clock,
            Sluice sluice) {
        Function<String, Sender> senders = code -> wall.read(Scope.WORKER, () -> partners.folderSender(code));
        Map<String, LetterHandler> handlers = new HashMap<>(Letters.handlers(intake));
        handlers.put("UPLINK", uplink::answerLetter);
        return new QueueRoutes(directory, broker, keeper, senders, handlers, clock, sluice);
    }

    @Bean
    QueueKeeper queueKeeper(PartnerQueues queues) {
        return new QueueKeeper() {
            @Override
            public String hub() {
                return queues.hub();
            }

            @Override
            public void look() {
                queues.look();
            }

            @Override
            public void putUp(String partner) {
                queues.putUp(partner);
            }

            @Override
            public void expel(String partner) {
                queues.expel(partner);
            }
        };
    }

    /** The embedded broker was up before anybody could say who a partner is. */
    @Bean
    ApplicationRunner openBrokerToPartners(Optional<EmbeddedBroker> broker, Gate gate) {
        return arguments -> broker.ifPresent(embedded -> embedded.trust(gate::partner));
    }

    /** Behind the gate, so that nothing is read before the sender is known. */
    @Bean
    FilterRegistrationBean<HttpInlet> httpInlet(CamelContext camel, Sluice sluice) {
        FilterRegistrationBean<HttpInlet> inlet =
                new FilterRegistrationBean<>(new HttpInlet(camel.createProducerTemplate(), sluice));
        inlet.addUrlPatterns("/api/v1/*");
        inlet.setOrder(Ordered.LOWEST_PRECEDENCE);
        return inlet;
    }

    @Bean
    RouteBuilder soapInlets(Intake intake, OpenDemands demands) {
        return new SoapRoutes(intake, demands);
    }

    @Bean
    FactoryService factoryService(CamelContext camel, SharedSecrets secrets, Clock clock, Ids ids) {
        return new FactoryService(new SoapDesk(camel.createProducerTemplate()), secrets, clock, ids::next);
    }

    /** Behind the gate as well, which lets pass whoever brings a token instead. */
    @Bean
    FilterRegistrationBean<SoapInlet> soapInlet(FactoryService service, Sluice sluice) {
        FilterRegistrationBean<SoapInlet> inlet = new FilterRegistrationBean<>(new SoapInlet(service, sluice));
        inlet.addUrlPatterns("/ws/*");
        inlet.setOrder(Ordered.LOWEST_PRECEDENCE);
        return inlet;
    }

    @Bean
    Wording<VisitReport> visitWording() {
        return new VisitWording();
    }

    @Bean
    Wording<OrderReport> orderWording() {
        return new OrderWording();
    }

    @Bean
    Wording<DemandWord.Acknowledged> acknowledgementWording() {
        return new AcknowledgementWording();
    }

    @Bean
    Wording<DemandWord> answerWording() {
        return new AnswerWording();
    }

    @Bean
    Wording<OrderReport> orderInXml() {
        return new XmlWording<>(new OrderWording());
    }

    @Bean
    Wording<DemandWord.Acknowledged> acknowledgementInXml() {
        return new XmlWording<>(new AcknowledgementWording());
    }

    @Bean
    Wording<DemandWord> answerInXml() {
        return new XmlWording<>(new AnswerWording());
    }
}
