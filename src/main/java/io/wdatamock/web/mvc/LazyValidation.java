package io.wdatamock.web.mvc;

import jakarta.validation.Validator;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has Bean Validation started by the first request whose parameters it is to check, rather than by every start. */
@Component
final class LazyValidation implements WebMvcConfigurer {

    private final Validator validator;

    LazyValidation(@Lazy Validator validator) {
        this.validator = validator;
    }

    @Override
    public org.springframework.validation.Validator getValidator() {
        return new SpringValidatorAdapter(validator);
    }
}
