package io.wdatamock.web;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.ConverterRegistry;

/** Reads query parameters without coercion: no spaces, no hexadecimal numbers, no "yes" for true. */
final class StrictConverters {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d+");

    private StrictConverters() {}

    static void register(ConverterRegistry registry) {
        registry.addConverter(String.class, Integer.class, text -> number(text, Integer::valueOf, 32));
        registry.addConverter(String.class, Long.class, text -> number(text, Long::valueOf, 64));
        registry.addConverter(String.class, Boolean.class, StrictConverters::bool);
    }

    private static <N extends Number> N number(String text, Function<String, N> parser, int bits) {
        if (WHOLE_NUMBER.matcher(text).matches()) {
            try {
                return parser.apply(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("must be a whole number of at most " + bits + " bits", e);
            }
        }
        throw new IllegalArgumentException("must be a whole number");
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }
}
