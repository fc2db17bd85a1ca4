package dev.rackside.backup.restoring;

import dev.rackside.backup.dump.Sql;
import dev.rackside.backup.proving.Loading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Of a dump only what stands before its first object and what makes and fills one table: neither its triggers nor
 * anything else.
 */
final class TableSection implements Loading.Passing {

    private static final String UNLOCKED = "UNLOCK TABLES;";
    /** Longer than any heading. */
    private static final int LONGEST = 1024;

    private final String structure;
    private final String data;

    TableSection(String table) {
        structure = "-- Table structure for table " + Sql.quoted(table);
        data = "-- Dumping data for table " + Sql.quoted(table);
    }

    @Override
    public Loading.Pieces before(Loading.Pieces next) {
        return new Lines(next);
    }

    /** Decides line by line; rows are passed on or over as they come, however long they are. */
    private final class Lines implements Loading.Pieces {

        private final Loading.Pieces next;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private boolean passing = true;
        private boolean filling;
        private boolean within;
        private boolean begun;

        Lines(Loading.Pieces next) {
            this.next = next;
        }

        @Override
        public void write(byte[] piece, int count) throws IOException {
            var from = 0;
            for (var i = 0; i < count; i++) {
                var read = piece[i];
                if (!begun) {
                    begun = true;
                    within = read == '-' || read == 'U';
                    if (within) {
                        flush(piece, from, i);
                        from = i;
                    }
                }
                if (within) {
                    line.write(read);
                    from = i + 1;
                    if (line.size() > LONGEST || read == '\n') {
                        heading();
                    }
                }
                begun = read != '\n';
            }
            flush(piece, from, count);
        }

        private void flush(byte[] piece, int from, int to) throws IOException {
            if (passing && to > from) {
                var part = new byte[to - from];
                System.arraycopy(piece, from, part, 0, to - from);
                next.write(part, part.length);
            }
        }

        private void heading() throws IOException {
            var words = line.toString(StandardCharsets.UTF_8).stripTrailing();
            var ends = filling && words.equals(UNLOCKED);
            if (words.equals(structure)) {
                passing = true;
            } else if (words.equals(data)) {
                filling = passing;
            } else if (opens(words)) {
                passing = false;
            }
            flush(line.toByteArray(), 0, line.size());
            line.reset();
            within = false;
            if (ends) {
                filling = false;
                passing = false;
            }
        }

        /** Whether a heading begins something else. */
        private boolean opens(String words) {
            return words.startsWith("-- ") && (words.contains(" structure for ") || words.startsWith("-- Dumping "));
        }

        @Override
        public void end() throws IOException {
            flush(line.toByteArray(), 0, line.size());
            next.end();
        }
    }
}
