package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Tag("long")
class ProofCommandTest {

    private Path home = Path.of("");

    @BeforeEach
    void moveIn() throws IOException {
        home = Ran.home("proof-command");
        assertThat(Ran.of("", "workspace", "create", "Desk").code()).isEqualTo(ExitCode.OK);
        BackupKeyCommandTest.makeVault();
    }

    @AfterEach
    void moveOut() {
        Ran.goHome(home);
    }

    private Ran proof(String... more) {
        return Ran.of(BackupKeyCommandTest.PASSWORD + "\n", Stream.concat(Stream.of("backup", "proof",
                "--vault-password-stdin", "--out", home.resolve("proofs").toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void proofIsWrittenSignedAndVerifiedAndAnAlteredOneIsTold() throws IOException {
        assertThat(Ran.of("", "backup", "now").code()).isEqualTo(ExitCode.OK);
        assertThat(Ran.of("", "backup", "now", "--verify", "none").code()).isEqualTo(ExitCode.OK);
        assertThat(proof("--from", "2026-02-02", "--to", "2026-01-01").code()).isEqualTo(ExitCode.USAGE);
        var made = proof("--from", "2000-01-01", "--to", "2999-01-01", "--json");
        assertThat(made.code()).as(made.all()).isEqualTo(ExitCode.OK);
        var told = new JsonMapper().readTree(made.out());
        assertThat(told.path("taken").asInt()).isEqualTo(2);
        assertThat(told.path("proved").asInt()).isEqualTo(1);
        assertThat(told.path("rtoMillis").asLong()).isPositive();
        var pdf = Path.of(told.path("pdf").asString());
        var json = Path.of(told.path("json").asString());

        for (var file : new Path[]{pdf, json}) {
            var verified = Ran.of("", "proof", "verify", file.toString());
            assertThat(verified.code()).as(verified.all()).isEqualTo(ExitCode.OK);
            assertThat(verified.out()).contains("as it was signed", "whose key is known here");
        }
        var print = told.path("fingerprint").asString();
        assertThat(Ran.of("", "proof", "verify", pdf.toString(), "--key", print).code()).isEqualTo(ExitCode.OK);
        assertThat(Ran.of("", "proof", "verify", pdf.toString(), "--key", "0000").code())
                .isEqualTo(ExitCode.SIGNER_UNKNOWN);

        var text = Files.readString(json);
        Files.writeString(json, text.replaceFirst("\"proved\" : 1", "\"proved\" : 2"));
        var altered = Ran.of("", "proof", "verify", json.toString());
        assertThat(altered.code()).isEqualTo(ExitCode.ALTERED);
        assertThat(altered.out()).contains("altered").doesNotContain("Signed by");
        Files.writeString(json, text.replaceFirst("\"name\" : \"", "\"name\" : \"not "));
        assertThat(Ran.of("", "proof", "verify", json.toString()).code()).isEqualTo(ExitCode.ALTERED);
        Files.writeString(json, text.replaceFirst("\"signature\" : \"..", "\"signature\" : \"zz"));
        assertThat(Ran.of("", "proof", "verify", json.toString()).code()).isEqualTo(ExitCode.ALTERED);
        Files.writeString(json, text + " ");
        assertThat(Ran.of("", "proof", "verify", json.toString()).code()).as("blanks say nothing")
                .isEqualTo(ExitCode.OK);
        Files.writeString(json, "{}");
        assertThat(Ran.of("", "proof", "verify", json.toString()).code()).isEqualTo(ExitCode.PROBLEM);

        look(pdf);
        write(pdf, "and 99 more");
        var pages = Ran.of("", "proof", "verify", pdf.toString());
        assertThat(pages.code()).isEqualTo(ExitCode.ALTERED);
        assertThat(pages.out()).contains("The pages were altered");
    }

    /** For whoever wants to see it. */
    private static void look(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 96), "png",
                    Path.of("target", "proof-of-restore.png").toFile());
        }
    }

    private static void write(Path pdf, String more) throws IOException {
        try (var document = Loader.loadPDF(Files.readAllBytes(pdf))) {
            try (var content = new PDPageContentStream(document, document.getPage(0),
                    PDPageContentStream.AppendMode.APPEND, true, true)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                content.newLineAtOffset(60, 40);
                content.showText(more);
                content.endText();
            }
            document.save(pdf.toFile());
        }
    }
}
