package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Upload;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Limits;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jspecify.annotations.Nullable;

/** The parts of a form ({@code multipart/form-data}, RFC 7578) that opens a draft or adds a version to one. Whoever reads them gets all faults at once. */
final class DraftForm {
    private static final int MAX_PARTS = 1_000;
    private static final String TITLE = "title";
    private static final String BASE = "base";
    private static final String RULES = "rules";
    private static final String REMOVE = "remove";
    private static final String FILES = "files";

    private final Map<String, List<String>> texts = new HashMap<>();
    private final List<PolicyFile> files = new ArrayList<>();
    private final List<HttpProblem> faults = new ArrayList<>();
    private boolean hasFiles;

    /** What a form says that opens a draft. */
    record Opening(String title, @Nullable Revision base, Upload upload) {}

    private DraftForm() {}

    static Opening opening(byte[] body, @Nullable String type, Limits limits) {
        DraftForm form = of(body, type, List.of(TITLE, BASE, RULES, REMOVE, FILES), limits);
        String title = form.read(() -> DraftInputs.title(form.text(TITLE)), "");
        Optional<Revision> base = form.read(
                () -> Optional.ofNullable(form.text(BASE)).map(text -> Parameters.revision(BASE, text)),
                Optional.empty());
        return new Opening(title, base.orElse(null), form.upload());
    }

    static Upload version(byte[] body, @Nullable String type, Limits limits) {
        return of(body, type, List.of(RULES, REMOVE, FILES), limits).upload();
    }

    private static DraftForm of(byte[] body, @Nullable String type, List<String> known, Limits limits) {
        DraftForm form = new DraftForm();
        try {
            String boundary = HeaderUtil.extractQuotedValueFromHeader(String.valueOf(type), "boundary");
            MultipartParser.ParseState parts = MultipartParser.beginParse(
                    form.new Parts(known, limits),
                    String.valueOf(boundary).getBytes(StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8.name());
            parts.parse(ByteBuffer.wrap(body));
            if (!parts.isComplete()) {
                throw unreadable();
            }
        } catch (HttpProblem refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) { // the parser has many for what is no form
            throw unreadable();
        }
        return form;
    }

    private static HttpProblem unreadable() {
        return Problems.badParameter("the body", Phrase.of("the body must be a form as a browser sends it."));
    }

    /** Takes one part after the other. */
    private final class Parts implements MultipartParser.PartHandler {
        private final List<String> known;
        private final Limits limits;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private int count;
        private String name = "";
        private @Nullable String file;

        Parts(List<String> known, Limits limits) {
            this.known = known;
            this.limits = limits;
        }

        @Override
        public void beginPart(CaseInsensitiveMap<String> headers) {
            String disposition = headers.getFirst("Content-Disposition");
            if (disposition == null || !disposition.startsWith("form-data")) {
                throw unreadable();
            }
            if (++count > MAX_PARTS) {
                throw Problems.badParameter(
                        "the body", Phrase.of("the body must be a form of at most {0} parts.", MAX_PARTS));
            }
            name = String.valueOf(HeaderUtil.extractQuotedValueFromHeader(disposition, "name"));
            file = HeaderUtil.extractQuotedValueFromHeaderWithEncoding(disposition, "filename");
            content.reset();
        }

        @Override
        public void data(ByteBuffer bytes) {
            content.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        }

        @Override
        public void endPart() {
            String fileName = file;
            hasFiles |= name.equals(FILES);
            if (!known.contains(name)) {
                faults.add(Members.unknown(name, name, known.stream()));
            } else if (name.equals(FILES)) {
                read(() -> files.add(file(fileName)), false);
            } else if (fileName == null) {
                texts.computeIfAbsent(name, first -> new ArrayList<>()).add(content.toString(StandardCharsets.UTF_8));
            } else {
                faults.add(Problems.badParameter(name, Phrase.of("{0} must be a text, not a file.", name)));
            }
        }

        private PolicyFile file(@Nullable String fileName) {
            if (fileName == null) {
                throw Problems.badParameter(FILES, Phrase.of("{0} must be files, each with its name.", FILES));
            }
            return UploadedFiles.ofPart(fileName, content.toByteArray(), files, limits);
        }
    }

    /** The changes, if nothing is wrong with the whole form. */
    private Upload upload() {
        boolean rules = read(() -> Parameters.yesOrNo(RULES, text(RULES)), false);
        Set<String> removed =
                read(() -> UploadedFiles.workbooks(texts.getOrDefault(REMOVE, List.of())), Set.<String>of());
        if (!hasFiles && !rules && !texts.containsKey(REMOVE)) {
            faults.add(UploadedFiles.noWorkbook());
        }
        if (faults.size() == 1) {
            throw faults.get(0);
        }
        if (!faults.isEmpty()) {
            throw Problems.badParameters(faults);
        }
        return new Upload(files, removed, rules);
    }

    /** The text of a part that may be there once. */
    private @Nullable String text(String name) {
        List<String> values = texts.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Problems.badParameter(name, Phrase.of("{0} must be there only once.", name));
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** Goes on after a fault, which is told later. */
    private <T> T read(Supplier<T> part, T ifWrong) {
        try {
            return part.get();
        } catch (HttpProblem fault) {
            faults.add(fault);
            return ifWrong;
        }
    }
}
