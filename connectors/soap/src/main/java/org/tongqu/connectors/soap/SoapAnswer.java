package org.tongqu.connectors.soap;

/**
 * The envelope that goes back, in UTF-8.
 *
 * @param status as SOAP 1.1 binds it to HTTP: 200, or 500 for a fault
 */
public record SoapAnswer(int status, byte[] envelope) {
    public static final String CONTENT_TYPE = "text/xml;charset=utf-8";
}
