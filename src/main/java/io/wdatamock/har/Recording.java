package io.wdatamock.har;

import java.util.List;

/**
 * The content of a HAR file.
 *
 * @param exchanges the exchanges with wanted URLs, in the order of the file
 * @param others the number of entries with other URLs
 */
public record Recording(List<RecordedExchange> exchanges, int others) {

    public Recording {
        exchanges = List.copyOf(exchanges);
    }
}
