package io.wdatamock.har;

import org.jspecify.annotations.Nullable;

/** A header, a query parameter or a field of a form. */
record NameValue(String name, String value) {

    /** Reads the current value. */
    static NameValue read(JsonCursor json) {
        Draft draft = new Draft();
        json.members(member -> {
            switch (member) {
                case "name" -> draft.name = json.text();
                case "value" -> draft.value = json.text();
                default -> {}
            }
        });
        if (draft.name == null) {
            throw JsonCursor.wrongText(json.place() + ".name", null, "a string");
        }
        return new NameValue(draft.name, draft.value == null ? "" : draft.value);
    }

    private static final class Draft {

        private @Nullable String name;
        private @Nullable String value;
    }
}
