package org.tongqu.hub;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.rest.AgentWhereThereIsOne;

/** Hands the sender to every controller that names one as a parameter; what a factory fetches is written as what it is sent. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    @Bean
    Jackson2ObjectMapperBuilderCustomizer asParcelsSayIt() {
        return json -> json.mixIn(DemandWord.AskedPart.class, AgentWhereThereIsOne.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SenderArgument());
    }

    private static final class SenderArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Sender.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return Objects.requireNonNull(
                    request.getAttribute(SenderFilter.SENDER, RequestAttributes.SCOPE_REQUEST),
                    "no sender behind the gate");
        }
    }
}
