package dev.rackside.fx;

import dev.rackside.row.Cursor;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A short list of texts. */
record ListOfTexts(List<String> texts) implements Rows<ListOfTexts.Line> {

    record Line(UUID id, String text) implements Row {}

    @Override
    public Page<Line> page(PageRequest request) {
        var lines = request.position() instanceof Position.Start
                ? IntStream.range(0, texts.size()).mapToObj(at -> new Line(new UUID(0, at), texts.get(at))).toList()
                : List.<Line>of();
        var end = lines.isEmpty() ? null : new Cursor(List.of(lines.size()));
        return new Page<>(lines, end, end, Instant.EPOCH);
    }

    @Override
    public long count() {
        return texts.size();
    }

    @Override
    public long newerThan(Instant readAt) {
        return 0;
    }
}
