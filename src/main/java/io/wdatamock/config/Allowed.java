package io.wdatamock.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What settings may be beyond their types. They are checked where they are made, without Bean Validation, which would
 * have to be there before anything else at every start.
 */
final class Allowed {

    private Allowed() {}

    static void number(String setting, int number, int least, int most) {
        require(number >= least && number <= most, setting, "from " + least + " to " + most);
    }

    static void duration(String setting, Duration duration) {
        require(!duration.isNegative(), setting, "a duration of 0 or more");
    }

    static void duration(String setting, Duration duration, int mostDays) {
        boolean isAllowed = !duration.isNegative() && duration.compareTo(Duration.ofDays(mostDays)) <= 0;
        require(isAllowed, setting, "a duration from 0 to " + mostDays + "d");
    }

    static void text(String setting, @Nullable String text) {
        require(text != null && !text.isEmpty(), setting, "at least one character");
    }

    static void require(boolean holds, String setting, String wanted) {
        if (!holds) {
            throw new InvalidSettingException(setting, wanted);
        }
    }
}
