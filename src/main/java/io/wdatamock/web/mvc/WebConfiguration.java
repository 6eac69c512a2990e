package io.wdatamock.web.mvc;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.web.ControlRequestInterceptor;
import io.wdatamock.web.ResponseSender;
import io.wdatamock.web.VendorRequestInterceptor;
import io.wdatamock.web.route.Route;
import io.wdatamock.wire.WireJson;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Registers the interceptors, the validator, the JSON mapper and the CORS filter. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** Between {@code RequestOriginFilter} and {@code ExchangeFilter}. */
    private static final int CORS_ORDER = Ordered.HIGHEST_PRECEDENCE + 7;

    private static final Duration PREFLIGHT_LIFETIME = Duration.ofHours(1);

    private final VendorRequestInterceptor vendorInterceptor;
    private final ControlRequestInterceptor controlInterceptor;
    private final Validator validator;

    WebConfiguration(
            VendorRequestInterceptor vendorInterceptor,
            ControlRequestInterceptor controlInterceptor,
            @Lazy Validator validator) {
        this.vendorInterceptor = vendorInterceptor;
        this.controlInterceptor = controlInterceptor;
        this.validator = validator;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(vendorInterceptor);
        registry.addInterceptor(controlInterceptor).addPathPatterns("/__mock/**", Route.MCP);
    }

    @Override
    public org.springframework.validation.Validator getValidator() {
        return new SpringValidatorAdapter(validator);
    }

    /** The validator of request parameters. Hibernate Validator starts at the first request that needs it. */
    @Bean
    @Lazy
    static LocalValidatorFactoryBean validator() {
        return new LocalValidatorFactoryBean();
    }

    @Bean
    JsonMapper jsonMapper() {
        return WireJson.MAPPER;
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
