package org.tongqu.hub.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.tongqu.hub.platform.Problem;

/** What to tell a caller whose request did not get as far as a room. */
final class StatusWords {
    private StatusWords() {}

    static Problem problem(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        return switch (status == null ? HttpStatus.BAD_REQUEST : status) {
            case NOT_FOUND -> Problem.notFound();
            case METHOD_NOT_ALLOWED ->
                Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "METHOD_NOT_ALLOWED",
                        "此地址不接受该方法；可用方法见 Allow 头与 /openapi.json。",
                        "This address does not take that method; see the Allow header and /openapi.json.");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "UNSUPPORTED_MEDIA_TYPE",
                        "不支持该内容类型；请按 /openapi.json 发送。",
                        "That content type is not taken; send what /openapi.json says.");
            case NOT_ACCEPTABLE ->
                Problem.of(
                        HttpStatus.NOT_ACCEPTABLE,
                        "NOT_ACCEPTABLE",
                        "无法按 Accept 所要的格式回答；请接受 application/json。",
                        "There is no answer in the format Accept asks for; accept application/json.");
            case PAYLOAD_TOO_LARGE ->
                Problem.of(
                        HttpStatus.PAYLOAD_TOO_LARGE,
                        "TOO_LARGE",
                        "请求过大；请分批发送。",
                        "The request is too large; send it in parts.");
            case UNAUTHORIZED ->
                Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "NOT_SIGNED_IN",
                        "请提供有效的用户名口令或密钥。",
                        "Give a valid login and password, or a key.");
            case FORBIDDEN ->
                Problem.of(
                        HttpStatus.FORBIDDEN,
                        "NOT_ALLOWED",
                        "无权做此操作；请找总部服务台。",
                        "This is not yours to do; ask the service desk at headquarters.");
            default ->
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "BAD_REQUEST",
                        "请求无法理解；请对照 /openapi.json 检查地址、参数和正文。",
                        "The request cannot be understood; check address, parameters and body against /openapi.json.");
        };
    }

    static Problem unavailable(String reference) {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "TRY_AGAIN",
                "暂时无法处理，请稍后重试；若仍不行，请把编号 " + reference + " 告诉服务台。",
                "This did not work just now; try again shortly, and if it stays so tell the service desk reference "
                        + reference + ".");
    }
}
