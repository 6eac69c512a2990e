package io.wdatamock.client;

/** The bearer tokens that the server accepts: any, only issued ones, or requests without a token too. */
public enum AuthMode {
    ANY,
    ISSUED,
    OFF
}
