package dev.rackside.credential.ui;

import dev.rackside.credential.VaultKits;
import dev.rackside.fx.Age;
import dev.rackside.text.Messages;
import dev.rackside.text.PdfPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The recovery kit as a page to be printed: the secret in groups, what it is for, which vault's it is, how it is used.
 * Made in memory alone, with a font of its own: the computer's are not looked for, and no temporary file is written.
 */
final class KitPdf {

    private static final Set<String> LETTER = Set.of("US", "CA", "MX", "PH", "CL", "CO");
    private static final float TEXT = 11;
    private static final float TITLE = 24;
    private static final float SECRET = 16;
    private static final int GROUPS_IN_A_LINE = 7;
    private static final int STEPS = 4;

    private final PdfPage page;

    private KitPdf(PdfPage page) {
        this.page = page;
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
            try (var document = new PDDocument()) {
                var size = LETTER.contains(Locale.getDefault().getCountry()) ? PDRectangle.LETTER : PDRectangle.A4;
                document.getDocumentInformation().setTitle(Messages.get("vault.kit.pdf.title"));
                try (var page = PdfPage.first(document, size)) {
                    new KitPdf(page).draw(text, label);
                }
                document.save(bytes);
            }
            bytes.writeTo(out);
        }
    }

    private void draw(String text, VaultKits.Label label) throws IOException {
        page.paragraph(TITLE, Messages.get("vault.kit.pdf.title"));
        page.down(12);
        paragraph("vault.kit.pdf.purpose");
        page.down(12);
        page.framed(SECRET, GROUPS_IN_A_LINE, Arrays.asList(text.strip().split("[-\\s]+")));
        page.down(12);
        paragraph("vault.kit.pdf.letters");
        page.down(12);
        paragraph("vault.kit.pdf.vault", label.vault());
        paragraph("vault.kit.pdf.made", Age.here().full(label.madeAt()));
        page.down(16);
        page.paragraph(TEXT + 3, Messages.get("vault.kit.pdf.use"));
        page.down(4);
        for (var step = 1; step <= STEPS; step++) {
            page.numbered(TEXT, step, Messages.get("vault.kit.pdf.use." + step));
            page.down(4);
        }
        page.down(12);
        paragraph("vault.kit.pdf.keep");
        page.down(28);
        page.blank(TEXT, Messages.get("vault.kit.pdf.kept-by"));
        page.blank(TEXT, Messages.get("vault.kit.pdf.place"));
    }

    private void paragraph(String key, Object... arguments) throws IOException {
        page.paragraph(TEXT, Messages.get(key, arguments));
        page.down(4);
    }
}
