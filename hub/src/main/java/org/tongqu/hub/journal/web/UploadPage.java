package org.tongqu.hub.journal.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.tongqu.connectors.canon.FileIntake;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Window;

/**
 * 上传报表: a partner hands in a file by the browser. It goes through the same door as one from its drop folder, so it is answered only once
 * it is kept, and its receipt lies in {@code out/} as well.
 */
@Controller
class UploadPage {
    /** Why a file was not taken. */
    static final List<String> REFUSALS = List.of("NONE", "EMPTY", "LARGE", "NAME", "BUSY");

    private final JournalPages pages;
    private final FileIntake intake;
    private final Policy policy;
    private final Ids ids;
    private final DataSize most;

    UploadPage(
            JournalPages pages,
            FileIntake intake,
            Policy policy,
            Ids ids,
            @Value("${tongqu.upload.most}") DataSize most) {
        this.pages = pages;
        this.intake = intake;
        this.policy = policy;
        this.ids = ids;
        this.most = most;
    }

    @GetMapping("/upload")
    String upload(
            Sender sender,
            @RequestParam(required = false) @Nullable String file,
            @RequestParam(required = false) @Nullable String refused,
            Model model) {
        policy.require(sender, Act.UPLOAD_FILE);
        JournalPages.Sought files = new JournalPages.Sought(null, null, sender.partner(), "SALES_FILE");
        model.addAttribute(
                "page",
                new UploadShown(
                        most.toBytes(),
                        Asked.oneOf("refused", refused, REFUSALS),
                        file == null
                                ? null
                                : pages.message(sender, Asked.id(file)).orElse(null),
                        file != null && pages.rejection(sender, file, false).isPresent(),
                        file != null && pages.rejection(sender, file, true).isPresent(),
                        pages.messages(sender, files, Window.first(10)).items()));
        return "journal/upload";
    }

    @PostMapping("/upload")
    String take(Sender sender, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        policy.require(sender, Act.UPLOAD_FILE);
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank()) {
            return refused("NONE");
        }
        if (file.isEmpty()) {
            return refused("EMPTY");
        }
        if (file.getSize() > most.toBytes()) {
            return refused("LARGE");
        }
        String name = UploadName.of(file.getOriginalFilename());
        return name == null ? refused("NAME") : "redirect:/upload?file=" + keep(sender, name, file);
    }

    private String keep(Sender sender, String name, MultipartFile file) throws IOException {
        Path place = Files.createTempFile("tongqu-upload-", ".tmp");
        try {
            file.transferTo(place);
            return intake.keep(Objects.requireNonNull(sender.partner()), name, ids.next() + "~" + name, place);
        } finally {
            Files.deleteIfExists(place);
        }
    }

    private static String refused(String why) {
        return "redirect:/upload?refused=" + why;
    }
}
