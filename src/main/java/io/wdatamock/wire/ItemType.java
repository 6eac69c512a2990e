package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The types of items that a connection reads or writes. */
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
    TABLE_VISUAL,
    UNKNOWN_RECORD_TYPE;

    /** The types that are valid as the {@code sourceType} filter of a list. */
    public static final Set<ItemType> LISTED_SOURCES = Collections.unmodifiableSet(
            EnumSet.complementOf(EnumSet.of(WDATA_SHARED_QUERY, CHART_VISUAL, TABLE_VISUAL, UNKNOWN_RECORD_TYPE)));

    /** The types that are valid as the {@code destinationType} filter of a list. */
    public static final Set<ItemType> LISTED_DESTINATIONS = Collections.unmodifiableSet(EnumSet.complementOf(
            EnumSet.of(WDATA_SHARED_QUERY, CHART_VISUAL, TABLE_VISUAL, UNKNOWN_RECORD_TYPE, ESG_PROGRAM)));

    /** Whether this is a spreadsheet or a part of one. */
    public boolean isSpreadsheet() {
        return this == SPREADSHEET || this == SPREADSHEET_SECTION;
    }

    /** Whether this is a Wdata table or a dataset of one. */
    public boolean isTable() {
        return this == WDATA_TABLE || this == WDATA_TABLE_DATASET;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
