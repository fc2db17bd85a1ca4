package dev.rackside.fx;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Writes a list to a CSV file (RFC 4180), page by page, so that a million rows need no more room than one page. UTF-8
 * with a byte order mark: without it Excel takes the file for Windows-1252. The file appears when it is whole; until
 * then, and after a cancel or a failure, there is none.
 */
public final class CsvExport {

    /** Large enough that a page's own statements don't count. */
    private static final int PAGE = 5_000;
    private static final String MARK = "\uFEFF";

    private CsvExport() {
    }

    /**
     * Writes all rows; off the screen thread.
     *
     * @param columns from left to right
     * @param target what is there is replaced
     * @return how many rows
     * @throws Problem NOT_WRITABLE where the file can't be written
     * @throws java.util.concurrent.CancellationException when the person cancelled
     */
    public static <R extends Row> long write(Rows<R> rows, Order order, List<Column<R>> columns, Path target,
            Job.Progress progress) {
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            try {
                var written = fill(partial, rows, order, columns, progress);
                progress.check();
                move(partial, target);
                return written;
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException | UncheckedIOException e) {
            progress.check();
            throw new Problem(ErrorCode.NOT_WRITABLE, e, target);
        }
    }

    private static <R extends Row> long fill(Path file, Rows<R> rows, Order order, List<Column<R>> columns,
            Job.Progress progress) throws IOException {
        var zone = Zones.shown();
        var expected = rows.count();
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer)) {
            writer.write(MARK);
            var page = rows.page(PageRequest.start(order, PAGE));
            csv.writeRecord(header(columns, page.rows(), zone));
            var cells = new String[columns.size()];
            var written = 0L;
            while (true) {
                for (var row : page.rows()) {
                    for (var at = 0; at < cells.length; at++) {
                        cells[at] = Csv.cell(columns.get(at).value().apply(row), zone);
                    }
                    csv.writeRecord(cells);
                }
                written += page.rows().size();
                progress.check();
                progress.at(expected == 0 ? 1 : Math.min(1, written / (double) expected),
                        Messages.get("fx.export.progress", written, Math.max(written, expected)));
                var last = page.last();
                if (last == null || page.rows().size() < PAGE) {
                    return written;
                }
                page = rows.page(new PageRequest(order, new Position.After(last), PAGE));
            }
        }
    }

    /** The titles; that of a column of moments names the zone in which they are written. */
    private static <R> List<String> header(List<Column<R>> columns, List<R> rows, ZoneId zone) {
        return columns.stream().map(column -> rows.stream().map(column.value()).anyMatch(Instant.class::isInstance)
                ? Messages.get("fx.export.moment", column.title(), zone.getId())
                : column.title()).toList();
    }

    private static void move(Path partial, Path target) throws IOException {
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
