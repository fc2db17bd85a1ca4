package dev.rackside.credential.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The place to which a secret is bound: sealed with it, so that it opens nowhere else.
 *
 * @param column {@code table.column}
 * @param version of all secrets of the row, which rises whenever one of them is written
 * @param kind of the row
 */
public record Binding(String column, UUID row, long version, String kind) {

    byte[] bytes() {
        var name = column.getBytes(StandardCharsets.UTF_8);
        var sort = kind.getBytes(StandardCharsets.UTF_8);
        var buffer = ByteBuffer.allocate(2 + name.length + 16 + 8 + 2 + sort.length);
        Bytes.put(buffer.putShort((short) name.length).put(name), row).putLong(version).putShort((short) sort.length)
                .put(sort);
        return buffer.array();
    }
}
