package io.wdatamock.connection;

import io.wdatamock.wire.ItemType;
import io.wdatamock.wire.ResourceMessageCode;
import io.wdatamock.wire.ResourceMessageDto;
import io.wdatamock.wire.ResourceMessageSeverity;
import io.wdatamock.wire.ResourcePropertiesDto;
import io.wdatamock.wire.ResourceStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Derives plausible properties of a connection's source from its type and ID. Equal sources have equal properties. */
final class SourceResource {

    /** A host name reserved for examples (RFC 2606), so that no link leads to a real server. */
    private static final String HOST = "https://wdata.example";

    private SourceResource() {}

    /**
     * Returns the properties of a source.
     *
     * @param workbook the workbook of a spreadsheet or section; null: unknown
     */
    static ResourcePropertiesDto of(Endpoint source, @Nullable String workbook) {
        if (source.type() == ItemType.UNKNOWN_RECORD_TYPE) {
            return unavailable(source);
        }
        return new ResourcePropertiesDto(List.of(), names(source, workbook), ResourceStatus.PRESENT, url(source));
    }

    private static ResourcePropertiesDto unavailable(Endpoint source) {
        ResourceMessageDto message = new ResourceMessageDto(
                ResourceMessageCode.SOURCE_STATUS_UNAVAILABLE,
                "The status of source %s is not available.".formatted(source),
                ResourceMessageSeverity.WARNING);
        return new ResourcePropertiesDto(List.of(message), null, ResourceStatus.UNKNOWN, null);
    }

    private static List<String> names(Endpoint source, @Nullable String workbook) {
        String name = name(source.id());
        return switch (source.type()) {
            case SPREADSHEET_SECTION -> List.of(workbook == null ? name + " workbook" : name(workbook), name);
            case PRESENTATION_CHART, PRESENTATION_EMBEDDED_TABLE -> List.of(name + " presentation", name);
            case DOCUMENT_CHART, DOCUMENT_EMBEDDED_TABLE -> List.of(name + " document", name);
            case CHART_VISUAL, TABLE_VISUAL -> List.of(name + " dashboard", name);
            case WDATA_TABLE_DATASET -> List.of(name + " table", name);
            default -> List.of(name);
        };
    }

    /** Returns a title made from the ID: {@code query-trial-balance} becomes {@code Trial balance}. */
    private static String name(String id) {
        String words = id.replaceFirst("^(query|table|section|spreadsheet|workbook|document|program|dataset)-", "")
                .replace('-', ' ')
                .strip();
        return words.isEmpty() ? id : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String url(Endpoint source) {
        return HOST + "/" + segment(source.workspaceId()) + "/" + source.type() + "/" + segment(source.id());
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
