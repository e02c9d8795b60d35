package org.tongqu.connectors.soap;

import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;

/**
 * An envelope as it was carried here.
 *
 * @param charset declared beside the bytes, or absent where the XML says it itself
 * @param action the SOAPAction without its quotes, absent where none or an empty one was given
 * @param sender whom the carrier has proved already, e.g. by HTTP Basic
 */
public record SoapCall(
        byte[] envelope,
        @Nullable String charset,
        @Nullable String action,
        @Nullable Sender sender) {}
