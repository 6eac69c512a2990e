package io.wdatamock.web.mvc;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.web.ControlRequestInterceptor;
import io.wdatamock.web.ResponseSender;
import io.wdatamock.web.VendorRequestInterceptor;
import io.wdatamock.wire.WireJson;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Puts the checks, the arguments and the JSON rules in their places. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration implements WebMvcConfigurer {

    /** After {@code ForwardedHeaderFilter}, which has the highest precedence, and before {@link CorsFilter}. */
    public static final int REQUEST_ORIGIN_ORDER = Ordered.HIGHEST_PRECEDENCE + 4;

    private static final int CORS_ORDER = Ordered.HIGHEST_PRECEDENCE + 7;

    private static final Duration PREFLIGHT_LIFETIME = Duration.ofHours(1);

    private final VendorRequestInterceptor gate;
    private final ControlRequestInterceptor controlGate;

    WebConfiguration(VendorRequestInterceptor gate, ControlRequestInterceptor controlGate) {
        this.gate = gate;
        this.controlGate = controlGate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
        registry.addInterceptor(controlGate).addPathPatterns("/__mock/**");
    }

    @Bean
    MessageSource messageSource() {
        return new NoMessages();
    }

    @Bean
    JsonMapper jsonMapper() {
        return WireJson.MAPPER;
    }

    /** Switched off: the dispatcher servlet does the same, and nothing ahead of it asks for it. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContextFilter() {
        FilterRegistrationBean<RequestContextFilter> registration =
                new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter(WdataMockProperties properties) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(properties.cors().origins());
        cors.addAllowedMethod(CorsConfiguration.ALL);
        cors.addAllowedHeader(CorsConfiguration.ALL);
        cors.setExposedHeaders(
                List.of("Retry-After", "WWW-Authenticate", ResponseSender.NOTE_HEADER, ResponseSender.FAULT_HEADER));
        cors.setMaxAge(PREFLIGHT_LIFETIME);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        CorsFilter filter = new CorsFilter(source);
        filter.setCorsProcessor(new VendorCorsProcessor());
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(CORS_ORDER);
        registration.setEnabled(!properties.cors().origins().isEmpty());
        return registration;
    }
}
