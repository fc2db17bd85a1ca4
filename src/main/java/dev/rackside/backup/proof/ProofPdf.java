package dev.rackside.backup.proof;

import dev.rackside.backup.BackupType;
import dev.rackside.backup.BackupWords;
import dev.rackside.backup.Grade;
import dev.rackside.backup.proof.RestoreProof.Backup;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import dev.rackside.text.PdfPage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * A proof as pages to be read, with the JSON attached that they were made from. Moments are UTC, so that the same proof
 * makes the same words everywhere.
 */
final class ProofPdf {

    static final String ATTACHED = "proof-of-restore.json";

    private static final float TEXT = 9.5f;
    private static final float SMALL = 7.5f;
    private static final float[] COLUMNS = {0, 92, 152, 208, 336, 396};
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final PdfPage page;
    private final RestoreProof proof;

    private ProofPdf(PdfPage page, RestoreProof proof) {
        this.page = page;
        this.proof = proof;
    }

    static byte[] write(SignedProof signed) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle(Messages.get("backup.proof.pdf.title"));
            try (var page = PdfPage.first(document, PDRectangle.A4)) {
                new ProofPdf(page, signed.proof()).draw(signed.signature());
            }
            attach(document, signed.bytes());
            document.save(out);
        }
        return out.toByteArray();
    }

    /** The attached JSON; empty where there is none. */
    static Optional<byte[]> attached(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var names = document.getDocumentCatalog().getNames();
            var files = names == null ? null : names.getEmbeddedFiles();
            var all = files == null ? null : files.getNames();
            var file = all == null ? null : all.get(ATTACHED);
            return file == null || file.getEmbeddedFile() == null
                    ? Optional.empty()
                    : Optional.of(file.getEmbeddedFile().toByteArray());
        }
    }

    /** All that is to be read on the pages, without how it is laid out. */
    static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ").strip();
        }
    }

    private static void attach(PDDocument document, byte[] json) throws IOException {
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(json));
        file.setSubtype("application/json");
        file.setSize(json.length);
        var specification = new PDComplexFileSpecification();
        specification.setFile(ATTACHED);
        specification.setFileUnicode(ATTACHED);
        specification.setEmbeddedFile(file);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(ATTACHED, specification));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private void draw(String signature) throws IOException {
        page.paragraph(20, Messages.get("backup.proof.pdf.title"));
        page.down(8);
        var scope = proof.scope();
        fact("backup.proof.pdf.scope", Messages.get("backup.proof.pdf.scope.of", scope.workspace(), scope.database(),
                scope.host()));
        fact("backup.proof.pdf.period", Messages.get("backup.proof.pdf.period.of", moment(proof.from()),
                moment(proof.until())));
        fact("backup.proof.pdf.made", Messages.get("backup.proof.pdf.made.by", moment(proof.madeAt()),
                proof.signer().name(), proof.program()));
        page.down(10);
        figures();
        page.down(10);
        page.rule();
        page.columns(SMALL, COLUMNS, Arrays.stream(new String[]{"started", "type", "size", "result", "restore", "who"})
                .map(key -> Messages.get("backup.proof.pdf.column." + key)).toList());
        page.rule();
        for (var backup : proof.backups()) {
            backup(backup);
        }
        if (proof.backups().isEmpty()) {
            page.paragraph(TEXT, Messages.get("backup.proof.pdf.none"));
        }
        page.rule();
        signature(signature);
    }

    private void fact(String key, String value) throws IOException {
        page.columns(TEXT, new float[]{0, 110}, List.of(Messages.get(key), value));
    }

    private void figures() throws IOException {
        var figures = proof.figures();
        fact("backup.proof.pdf.taken", Messages.get("backup.proof.pdf.taken.of", figures.taken(), figures.proved(),
                figures.notProved(), figures.failed()));
        fact("backup.proof.pdf.rpo", figures.rpoMillis() == null
                ? Messages.get("backup.proof.pdf.never")
                : Messages.get("backup.proof.pdf.rpo.of", span(figures.rpoMillis())));
        fact("backup.proof.pdf.newest", figures.newestProved() == null
                ? Messages.get("backup.proof.pdf.never")
                : Messages.get("backup.proof.pdf.newest.of", moment(figures.newestProved()),
                        span(figures.newestProvedAgeMillis())));
        fact("backup.proof.pdf.rto", figures.rtoMillis() == null
                ? Messages.get("backup.proof.pdf.rto.none")
                : Messages.get("backup.proof.pdf.rto.of", span(figures.rtoMillis()), span(figures.rtoMedianMillis())));
    }

    private void backup(Backup backup) throws IOException {
        page.keep(TEXT * 5);
        page.down(2);
        page.columns(SMALL + 1, COLUMNS,
                List.of(moment(backup.startedAt()), BackupWords.type(Coded.of(BackupType.class, backup.type())),
                        size(backup.bytes()), grade(backup.grade()), span(backup.restoreMillis()),
                        Objects.requireNonNullElse(backup.takenBy(), "")));
        var reason = BackupWords.reason(backup.reason());
        if (!reason.isEmpty()) {
            page.paragraph(SMALL, 12, reason);
        }
        page.paragraph(SMALL, 12, Messages.get("backup.proof.pdf.file", backup.file(),
                Objects.requireNonNullElse(backup.sha256(), "–")));
        if (backup.tool() != null || backup.restoredBy() != null) {
            page.paragraph(SMALL, 12, Messages.get("backup.proof.pdf.tools",
                    Objects.requireNonNullElse(backup.tool(), "–"),
                    Objects.requireNonNullElse(backup.restoredBy(), "–"), backup.tables(), backup.differences()));
        }
        page.down(2);
    }

    private void signature(String signature) throws IOException {
        page.keep(120);
        page.down(12);
        page.paragraph(12, Messages.get("backup.proof.pdf.signed"));
        page.down(2);
        var signer = proof.signer();
        fact("backup.proof.pdf.signer", signer.name());
        fact("backup.proof.pdf.words", signer.words());
        fact("backup.proof.pdf.fingerprint", signer.fingerprint());
        page.paragraph(SMALL, Messages.get("backup.proof.pdf.signature", signature.substring(0,
                Math.min(64, signature.length())), signature.substring(Math.min(64, signature.length()))));
        page.down(4);
        page.paragraph(TEXT, Messages.get("backup.proof.pdf.verify", ATTACHED));
    }

    private static String grade(String code) {
        return Arrays.stream(Grade.values()).filter(grade -> grade.name().equalsIgnoreCase(code)).findFirst()
                .map(BackupWords::grade).orElse(code);
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "–" : MOMENT.format(at);
    }

    private static String size(@Nullable Long bytes) {
        return bytes == null ? "–" : Messages.get("backup.proof.pdf.size", bytes / 1_000_000.0);
    }

    private static String span(@Nullable Long millis) {
        if (millis == null) {
            return "–";
        }
        var span = Duration.ofMillis(millis);
        return span.toDays() > 1
                ? Messages.get("backup.proof.pdf.days", span.toMillis() / 86_400_000.0)
                : span.toHours() > 1
                        ? Messages.get("backup.proof.pdf.hours", span.toMillis() / 3_600_000.0)
                        : Messages.get("backup.proof.pdf.seconds", span.toMillis() / 1000.0);
    }
}
