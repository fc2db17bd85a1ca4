package dev.rackside.credential;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** What is in an envelope: {@code {"value": "…"}}. No text is made of it, and no buffer with it is kept. */
final class SecretJson {

    /** Buffers that are used again would hold the last secret as long as their thread lives. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();
    private static final String VALUE = "value";

    private SecretJson() {
    }

    private static final class Wiping extends ByteArrayOutputStream {

        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }

    /** @param value not changed; what is returned is to be wiped by the caller */
    static byte[] of(char[] value) {
        var out = new Wiping();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeName(VALUE);
            json.writeString(value, 0, value.length);
            json.writeEndObject();
        }
        try {
            return out.toByteArray();
        } finally {
            out.wipe();
        }
    }

    /**
     * @param json not changed
     * @return to be wiped by the caller
     * @throws Problem SECRET_DAMAGED where it says nothing
     */
    static char[] value(byte[] json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var wanted = VALUE.equals(parser.currentName());
                    if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
                        var at = parser.getStringOffset();
                        return Arrays.copyOfRange(parser.getStringCharacters(), at, at + parser.getStringLength());
                    }
                    parser.skipChildren();
                }
            }
            throw new Problem(ErrorCode.SECRET_DAMAGED);
        } catch (JacksonException _) {
            // Its message may quote what stands there.
            throw new Problem(ErrorCode.SECRET_DAMAGED);
        }
    }
}
