package dev.rackside.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Text on the pages of a PDF, from top to bottom, a new page where one is full. With a font of its own: the computer's
 * are not looked for. A sign that it doesn't have is a question mark.
 */
public final class PdfPage implements AutoCloseable {

    public static final float MARGIN = 56;
    /** Comes with PDFBox; covers Latin, Greek and Cyrillic. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document;
    private final PDRectangle size;
    private final PDFont font;
    private PDPageContentStream page;
    private float y;

    private PdfPage(PDDocument document, PDRectangle size, PDFont font, PDPageContentStream page) {
        this.document = document;
        this.size = size;
        this.font = font;
        this.page = page;
        y = size.getHeight() - MARGIN;
    }

    /** Begins the document's first page. */
    public static PdfPage first(PDDocument document, PDRectangle size) throws IOException {
        try (var glyphs = PdfPage.class.getResourceAsStream(FONT)) {
            var font = PDType0Font.load(document, Objects.requireNonNull(glyphs, FONT));
            return new PdfPage(document, size, font, begin(document, size));
        }
    }

    private static PDPageContentStream begin(PDDocument document, PDRectangle size) throws IOException {
        var sheet = new PDPage(size);
        document.addPage(sheet);
        return new PDPageContentStream(document, sheet);
    }

    /** How wide a line may be. */
    public float width() {
        return size.getWidth() - 2 * MARGIN;
    }

    /** Leaves room. */
    public void down(float points) {
        y -= points;
    }

    /** Begins another page where there is less room than that. */
    public void keep(float points) throws IOException {
        if (y - points < MARGIN) {
            page.close();
            page = begin(document, size);
            y = size.getHeight() - MARGIN;
        }
    }

    /** A text over as many lines as it needs. */
    public void paragraph(float height, String text) throws IOException {
        paragraph(height, 0, text);
    }

    public void paragraph(float height, float indent, String text) throws IOException {
        for (var line : wrapped(height, text, width() - indent)) {
            keep(height * 1.4f);
            y -= height * 1.4f;
            show(height, indent, y, line);
        }
    }

    /** A step of several, its number before it. */
    public void numbered(float height, int number, String text) throws IOException {
        keep(height * 1.4f);
        show(height, 0, y - height * 1.4f, number + ".");
        paragraph(height, 20, text);
    }

    /** Texts in so many columns, in a frame, with room between them. */
    public void framed(float height, int columns, List<String> texts) throws IOException {
        var lines = (texts.size() + columns - 1) / columns;
        var whole = lines * height * 2 + 20;
        keep(whole);
        page.setStrokingColor(0.6f);
        page.addRect(MARGIN, y - whole, width(), whole);
        page.stroke();
        for (var at = 0; at < texts.size(); at++) {
            show(height, 12 + (width() - 24) / columns * (at % columns), y - height * 2 * (at / columns + 1),
                    texts.get(at));
        }
        y -= whole + 12;
    }

    /** Something to be written in by hand. */
    public void blank(float height, String what) throws IOException {
        keep(32);
        show(height, 0, y, what);
        page.setStrokingColor(0f);
        page.moveTo(MARGIN + length(height, known(what)) + 8, y - 2);
        page.lineTo(MARGIN + width(), y - 2);
        page.stroke();
        y -= 32;
    }

    /** Texts beside each other, each at its own distance from the margin and cut off where the next begins. */
    public void columns(float height, float[] at, List<String> texts) throws IOException {
        keep(height * 1.4f);
        y -= height * 1.4f;
        for (var each = 0; each < texts.size(); each++) {
            var room = (each + 1 < at.length ? at[each + 1] : width()) - at[each] - 4;
            show(height, at[each], y, cut(height, texts.get(each), room));
        }
    }

    /** A line from margin to margin. */
    public void rule() throws IOException {
        y -= 5;
        page.setStrokingColor(0.75f);
        page.moveTo(MARGIN, y);
        page.lineTo(MARGIN + width(), y);
        page.stroke();
    }

    private void show(float height, float indent, float at, String text) throws IOException {
        page.beginText();
        page.setFont(font, height);
        page.newLineAtOffset(MARGIN + indent, at);
        page.showText(known(text));
        page.endText();
    }

    private String cut(float height, String text, float room) throws IOException {
        var whole = known(text);
        if (length(height, whole) <= room) {
            return whole;
        }
        while (!whole.isEmpty() && length(height, whole + "…") > room) {
            whole = whole.substring(0, whole.length() - 1);
        }
        return whole + "…";
    }

    private List<String> wrapped(float height, String text, float room) throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : known(text).split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && length(height, longer) > room) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private String known(String text) {
        var known = new StringBuilder();
        text.codePoints().map(each -> Character.isISOControl(each) ? ' ' : each).forEach(each -> {
            var sign = Character.toString(each);
            try {
                font.encode(sign);
                known.append(sign);
            } catch (IOException | IllegalArgumentException _) {
                known.append('?');
            }
        });
        return known.toString();
    }

    private float length(float height, String text) throws IOException {
        return font.getStringWidth(text) / 1000 * height;
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
