package dev.rackside.credential.ui;

import dev.rackside.credential.VaultKits;
import dev.rackside.fx.Age;
import dev.rackside.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The recovery kit as a page to be printed: the secret in groups, what it is for, which vault's it is, how it is used.
 * Made in memory alone, with a font of its own: the computer's are not looked for, and no temporary file is written.
 */
final class KitPdf {

    /** Comes with PDFBox; covers Latin, Greek and Cyrillic. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final Set<String> LETTER = Set.of("US", "CA", "MX", "PH", "CL", "CO");
    private static final float MARGIN = 64;
    private static final float TEXT = 11;
    private static final float TITLE = 24;
    private static final float SECRET = 16;
    private static final float INDENT = 20;
    private static final int GROUPS_IN_A_LINE = 7;
    private static final int STEPS = 4;

    private final PDPageContentStream page;
    private final PDFont font;
    private final float width;
    private float y;

    private KitPdf(PDPageContentStream page, PDFont font, PDRectangle size) {
        this.page = page;
        this.font = font;
        width = size.getWidth() - 2 * MARGIN;
        y = size.getHeight() - MARGIN;
    }

    /** Bytes that are wiped when they are no longer needed. */
    private static final class Wiped extends ByteArrayOutputStream {

        Wiped() {
            // Large enough never to grow: what a smaller array held could not be wiped.
            super(1 << 20);
        }

        @Override
        public void close() {
            Arrays.fill(buf, (byte) 0);
        }
    }

    /** @param text the kit's groups, with hyphens and line ends between */
    static void write(OutputStream out, String text, VaultKits.Label label) throws IOException {
        try (var bytes = new Wiped()) {
            try (var document = new PDDocument(); var glyphs = KitPdf.class.getResourceAsStream(FONT)) {
                var size = LETTER.contains(Locale.getDefault().getCountry()) ? PDRectangle.LETTER : PDRectangle.A4;
                var sheet = new PDPage(size);
                document.addPage(sheet);
                document.getDocumentInformation().setTitle(Messages.get("vault.kit.pdf.title"));
                var font = PDType0Font.load(document, Objects.requireNonNull(glyphs, FONT));
                try (var content = new PDPageContentStream(document, sheet)) {
                    new KitPdf(content, font, size).draw(text, label);
                }
                document.save(bytes);
            }
            bytes.writeTo(out);
        }
    }

    private void draw(String text, VaultKits.Label label) throws IOException {
        y -= TITLE;
        line(TITLE, MARGIN, Messages.get("vault.kit.pdf.title"));
        y -= 12;
        paragraph(Messages.get("vault.kit.pdf.purpose"));
        y -= 12;
        groups(Arrays.asList(text.strip().split("[-\\s]+")));
        y -= 12;
        paragraph(Messages.get("vault.kit.pdf.letters"));
        y -= 12;
        paragraph(Messages.get("vault.kit.pdf.vault", label.vault()));
        paragraph(Messages.get("vault.kit.pdf.made", Age.here().full(label.madeAt())));
        y -= 16;
        line(TEXT + 3, MARGIN, Messages.get("vault.kit.pdf.use"));
        y -= 4;
        for (var step = 1; step <= STEPS; step++) {
            show(TEXT, MARGIN, y, step + ".");
            paragraph(INDENT, Messages.get("vault.kit.pdf.use." + step));
        }
        y -= 16;
        paragraph(Messages.get("vault.kit.pdf.keep"));
        y -= 32;
        blank(Messages.get("vault.kit.pdf.kept-by"));
        blank(Messages.get("vault.kit.pdf.place"));
    }

    /** The secret: each group in a column of its own, in a frame. */
    private void groups(List<String> groups) throws IOException {
        var lines = (groups.size() + GROUPS_IN_A_LINE - 1) / GROUPS_IN_A_LINE;
        var height = lines * SECRET * 2 + 20;
        page.setStrokingColor(0.6f);
        page.addRect(MARGIN, y - height, width, height);
        page.stroke();
        var column = (width - 24) / GROUPS_IN_A_LINE;
        for (var at = 0; at < groups.size(); at++) {
            var x = MARGIN + 12 + column * (at % GROUPS_IN_A_LINE);
            var down = SECRET * 2 * (at / GROUPS_IN_A_LINE + 1);
            show(SECRET, x, y - down, groups.get(at));
        }
        y -= height + 12;
    }

    /** Something to be written in by hand. */
    private void blank(String what) throws IOException {
        show(TEXT, MARGIN, y, what);
        page.moveTo(MARGIN + length(TEXT, what) + 8, y - 2);
        page.lineTo(MARGIN + width, y - 2);
        page.stroke();
        y -= 32;
    }

    private void paragraph(String text) throws IOException {
        paragraph(0, text);
    }

    private void paragraph(float indent, String text) throws IOException {
        for (var each : wrapped(text, width - indent)) {
            line(TEXT, MARGIN + indent, each);
        }
        y -= 4;
    }

    private void line(float size, float x, String text) throws IOException {
        show(size, x, y, text);
        y -= size * 1.4f;
    }

    private void show(float size, float x, float at, String text) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, at);
        page.showText(text);
        page.endText();
    }

    private List<String> wrapped(String text, float room) throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && length(TEXT, longer) > room) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private float length(float size, String text) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }
}
