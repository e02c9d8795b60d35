package org.tongqu.connectors.jms;

import org.tongqu.connectors.canon.Refusal;

/** Why a letter goes back unread, and what to do. */
final class LetterWords {
    private LetterWords() {}

    static Refusal anothersQueue() {
        return new Refusal(
                "",
                "ANOTHERS_QUEUE",
                "此消息不是以本队列伙伴的身份发出的,没有读;请用自己的代号和密钥连接",
                "this message was not sent in the name of the partner whose queue this is, so it was not read; connect with your own code and key");
    }

    static Refusal tooLarge(int most) {
        return new Refusal(
                "",
                "TOO_LARGE",
                "消息超过 " + most + " 字节,没有读;请分成几条发送",
                "the message has more than " + most + " bytes and was not read; send it in parts");
    }

    static Refusal neitherTextNorBytes() {
        return new Refusal(
                "",
                "UNSUPPORTED_TYPE",
                "只收文本消息(TextMessage)或 UTF-8 字节消息(BytesMessage),内容为 JSON;对象、映射和流消息一概不读,请改发文本",
                "only a TextMessage, or a BytesMessage in UTF-8, with JSON in it is taken; objects, maps and streams are never read: send text");
    }

    static Refusal unreadable() {
        return new Refusal(
                "",
                "UNREADABLE_MESSAGE",
                "消息的属性或正文与其类型不符,无法读取;请改正后重发",
                "a property or the body of the message is not what its type says, so it cannot be read; correct it and send it again");
    }
}
