package io.wdatamock.web.mvc;

import io.wdatamock.wire.VendorOperation;
import java.beans.PropertyEditorSupport;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.validation.Validator;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;

/**
 * Binds query parameters without coercion: no spaces, no hexadecimal numbers, no "yes" for true. Uses property editors,
 * because Spring falls back to its own, lenient editors when a converter rejects a value.
 */
@Component
final class StrictBindingInitializer extends ConfigurableWebBindingInitializer {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d+");

    StrictBindingInitializer(@Qualifier("mvcValidator") Validator validator) {
        setValidator(validator);
        setPropertyEditorRegistrar(StrictBindingInitializer::register);
    }

    private static void register(PropertyEditorRegistry registry) {
        register(registry, Integer.class, text -> number(text, 32).intValue());
        register(registry, Long.class, text -> number(text, 64).longValue());
        register(registry, Boolean.class, StrictBindingInitializer::bool);
        register(registry, VendorOperation.class, StrictBindingInitializer::operation);
    }

    private static <T> void register(PropertyEditorRegistry registry, Class<T> type, Function<String, T> parser) {
        registry.registerCustomEditor(type, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(parser.apply(text));
            }
        });
    }

    private static BigInteger number(String text, int bits) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a whole number");
        }
        BigInteger number = new BigInteger(text);
        if (number.bitLength() >= bits) {
            throw new IllegalArgumentException("must be a whole number of at most " + bits + " bits");
        }
        return number;
    }

    private static VendorOperation operation(String text) {
        return VendorOperation.of(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("must be one of " + Arrays.toString(VendorOperation.values())));
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }
}
