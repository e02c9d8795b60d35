package org.tongqu.connectors.soap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.wss4j.common.bsp.BSPEnforcer;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.common.util.UsernameTokenUtil;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.token.UsernameToken;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A UsernameToken as its caller wrote it: whose it says it is, and the digest that proves it.
 *
 * @param nonce in Base64, as written
 * @param created as written, for the digest is over these characters
 */
record Token(String user, String digest, String nonce, String created) {
    static final QName SECURITY = new QName(WSConstants.WSSE_NS, "Security");

    /** The one token in a Security header; empty where there are several, none, a plain password or anything else than a time stamp. */
    static Optional<Token> in(Element security) {
        Element found = null;
        for (Node child = security.getFirstChild(); child != null; child = child.getNextSibling()) {
            boolean isToken = isNamed(child, WSConstants.WSSE_NS, "UsernameToken");
            if (child instanceof Element
                    && !isNamed(child, WSConstants.WSU_NS, "Timestamp")
                    && (!isToken || found != null)) {
                return Optional.empty();
            }
            found = isToken ? (Element) child : found;
        }
        return found == null ? Optional.empty() : read(found);
    }

    /** A Security header with a token made now, for a server that knows the same secret. */
    static Element make(String user, String secret) {
        Document document = DOMUtils.createDocument();
        Element security = document.createElementNS(WSConstants.WSSE_NS, "wsse:Security");
        security.setAttributeNS(Faults.CLIENT.getNamespaceURI(), "soap:mustUnderstand", "1");
        UsernameToken token = new UsernameToken(true, document, WSConstants.PASSWORD_DIGEST);
        token.addWSSENamespace();
        token.addWSUNamespace();
        token.addNonce(document);
        token.addCreated(true, document);
        token.setName(user);
        token.setPassword(secret);
        security.appendChild(token.getElement());
        return security;
    }

    private static boolean isNamed(Node node, String namespace, String name) {
        return node instanceof Element && namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    private static Optional<Token> read(Element element) {
        try {
            UsernameToken said = new UsernameToken(element, false, new BSPEnforcer(true));
            boolean digested = said.isHashed() && WSConstants.PASSWORD_DIGEST.equals(said.getPasswordType());
            return digested
                            && isSaid(said.getName())
                            && isSaid(said.getPassword())
                            && isSaid(said.getNonce())
                            && isSaid(said.getCreated())
                    ? Optional.of(new Token(said.getName(), said.getPassword(), said.getNonce(), said.getCreated()))
                    : Optional.empty();
        } catch (WSSecurityException odd) {
            return Optional.empty();
        }
    }

    private static boolean isSaid(@Nullable String value) {
        return value != null && !value.isBlank() && value.length() <= 200;
    }

    /** Whether the digest is made with this secret. */
    boolean provedBy(String secret) {
        try {
            String due = UsernameTokenUtil.doPasswordDigest(Base64.getDecoder().decode(nonce), created, secret);
            return MessageDigest.isEqual(bytes(due), bytes(digest.strip()));
        } catch (WSSecurityException | IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** When it says it was made; empty where that is no zoned time. */
    Optional<Instant> createdAt() {
        try {
            return Optional.of(OffsetDateTime.parse(created.strip()).toInstant());
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }
}
