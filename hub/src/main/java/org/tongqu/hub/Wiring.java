package org.tongqu.hub;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.canon.Wording;
import org.tongqu.connectors.rest.AcknowledgementWording;
import org.tongqu.connectors.rest.AnswerWording;
import org.tongqu.connectors.rest.OrderWording;
import org.tongqu.connectors.rest.VisitWording;

/** Joins connectors and routes, which know no Spring, to the rooms. */
@Configuration(proxyBeanMethods = false)
class Wiring {
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
}
