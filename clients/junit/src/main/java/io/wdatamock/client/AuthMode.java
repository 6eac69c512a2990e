package io.wdatamock.client;


/** Which bearer tokens are good enough. */
public enum AuthMode {
    ANY,
    ISSUED,
    OFF
}
