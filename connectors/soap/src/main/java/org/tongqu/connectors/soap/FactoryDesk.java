package org.tongqu.connectors.soap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;

/** Who takes a factory's call once the caller is proved and the envelope read; the words in the payload are not read yet. */
public interface FactoryDesk {
    Reply take(Call call);

    /**
     * One call.
     *
     * @param payload the element in the body as XML in UTF-8, without the envelope and so without the credential
     */
    record Call(Sender sender, Operation operation, byte[] payload) {}

    /** What the caller hears. */
    sealed interface Reply {
        /** @param status RECEIVED or DUPLICATE */
        record Kept(String messageId, String status) implements Reply {}

        /**
         * The content is wrong.
         *
         * @param messageId under which the refused message is kept, where it is
         */
        record Refused(@Nullable String messageId, List<Refusal> refusals) implements Reply {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }

        record Demands(List<DemandWord.Asked> demands) implements Reply {
            public Demands {
                demands = List.copyOf(demands);
            }
        }

        /**
         * Nothing was kept, whatever the content.
         *
         * @param ours whether it is the hub's own trouble, so that the very same call may succeed later
         */
        record Problem(Refusal refusal, boolean ours) implements Reply {}
    }
}
