package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a connection reads from or writes to. */
public enum ItemType {
    SPREADSHEET,
    SPREADSHEET_SECTION,
    PRESENTATION,
    PRESENTATION_CHART,
    PRESENTATION_EMBEDDED_TABLE,
    DOCUMENT,
    DOCUMENT_CHART,
    DOCUMENT_EMBEDDED_TABLE,
    WDATA_QUERY,
    WDATA_SHARED_QUERY,
    WDATA_TABLE,
    WDATA_TABLE_DATASET,
    REPORT,
    ESG_PROGRAM,
    CHART_VISUAL,
    UNKNOWN_RECORD_TYPE;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
