package org.tongqu.connectors.soap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.interceptor.MustUnderstandInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.phase.Phase;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.SharedSecrets;
import org.w3c.dom.Element;

/** Proves who calls, while only the header of the envelope was read: by what HTTP proved, or else by the token's digest. */
final class SenderInterceptor extends AbstractSoapInterceptor {
    static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final QName FAILED = new QName(Token.SECURITY.getNamespaceURI(), "FailedAuthentication", "wsse");

    private final SharedSecrets secrets;
    private final Clock clock;

    SenderInterceptor(SharedSecrets secrets, Clock clock) {
        super(Phase.PRE_PROTOCOL);
        addAfter(MustUnderstandInterceptor.class.getName());
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return Set.of(Token.SECURITY);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Sender proved = message.get(Sender.class);
        Sender sender = proved == null ? sender(message.getHeaders()) : proved;
        if (sender.role() != Sender.Role.FACTORY) {
            throw Faults.of(FAILED, Words.notAFactory(sender.role().name()));
        }
        message.getExchange().put(Sender.class, sender);
    }

    private Sender sender(List<Header> headers) {
        List<Header> security = headers.stream()
                .filter(header -> header.getName().equals(Token.SECURITY))
                .toList();
        if (security.isEmpty()) {
            throw refused(Words.noCredential());
        }
        Token token = Optional.of(security.getFirst().getObject())
                .filter(any -> security.size() == 1)
                .flatMap(header -> Token.in((Element) header))
                .orElseThrow(() -> refused(Words.badToken()));
        return sender(token);
    }

    /** The nonce is spent last, so that nobody without the secret can fill its table or spend another's. */
    private Sender sender(Token token) {
        Instant created = token.createdAt().orElseThrow(() -> refused(Words.badToken()));
        SharedSecrets.Holder holder = secrets.holder(token.user())
                .filter(known -> token.provedBy(known.secret()))
                .orElseThrow(() -> refused(Words.wrongCredential()));
        if (Duration.between(created, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw refused(Words.staleToken(TOLERANCE.toSeconds()));
        }
        if (!secrets.firstUse(token.user(), token.nonce(), created)) {
            throw refused(Words.replayedToken());
        }
        return holder.sender();
    }

    private static RuntimeException refused(Refusal refusal) {
        return Faults.of(FAILED, refusal);
    }
}
