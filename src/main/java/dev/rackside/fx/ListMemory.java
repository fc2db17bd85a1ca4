package dev.rackside.fx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person made of the lists of one workspace, in a JSON file of this workstation. Read once, before there is a
 * screen; a file that can't be read is put aside and never stops anything. Used on the screen thread, written off it.
 */
public final class ListMemory {

    private static final Logger LOG = LoggerFactory.getLogger(ListMemory.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int VERSION = 1;

    private final @Nullable Path file;
    private final Map<String, ListState> lists;
    private final AtomicReference<@Nullable Map<String, ListState>> unwritten = new AtomicReference<>();
    private Alarm pause = () -> {
    };

    /** Made off the screen thread, when a file is first read or written: a start shows its window before. */
    private static final class Json {

        /** Escaped, since a search box takes what UTF-8 can't say: half a character. */
        private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    }

    private record Stored(int version, Map<String, ListState> lists) {}

    private ListMemory(@Nullable Path file, Map<String, ListState> lists) {
        this.file = file;
        this.lists = new HashMap<>(lists);
    }

    /** Remembers nothing beyond itself. */
    public static ListMemory none() {
        return new ListMemory(null, Map.of());
    }

    /** Reads the file; off the screen thread. */
    public static ListMemory read(Path file) {
        var lists = new HashMap<String, ListState>();
        try {
            if (Files.exists(file)) {
                var root = Json.MAPPER.readTree(Files.readString(file));
                if (root.path("version").asInt(0) != VERSION) {
                    putAside(file, "it is of another version");
                } else {
                    root.path("lists").properties().forEach(list -> read(list, lists));
                }
            }
        } catch (IOException | JacksonException e) {
            putAside(file, e.getMessage());
        }
        return new ListMemory(file, lists);
    }

    private static void read(Map.Entry<String, JsonNode> list, Map<String, ListState> into) {
        try {
            var state = Json.MAPPER.treeToValue(list.getValue(), ListState.class);
            if (state != null) {
                into.put(list.getKey(), state);
            }
        } catch (JacksonException e) {
            LOG.warn("What was remembered of the list {} is ignored: {}", list.getKey(), e.getMessage());
        }
    }

    /** What a person named there would be lost otherwise. */
    private static void putAside(Path file, @Nullable String why) {
        LOG.warn("What was remembered of the lists in {} is ignored: {}", file, why);
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("It could not be put aside", e);
        }
    }

    ListState of(String list) {
        return lists.getOrDefault(list, ListState.UNTOUCHED);
    }

    /** Remembers a list; written when a moment has passed without another change. */
    void keep(Background background, String list, ListState state) {
        if (state.equals(of(list))) {
            return;
        }
        lists.put(list, state);
        unwritten.set(new TreeMap<>(lists));
        pause.cancel();
        pause = background.after(PAUSE, () -> background.start(this::write));
    }

    /** Writes what is not written yet; from any thread but the screen's. */
    public synchronized void write() {
        var next = unwritten.getAndSet(null);
        if (file == null || next == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, Json.MAPPER.writeValueAsString(new Stored(VERSION, next)));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The lists' columns and filters could not be remembered in {}", file, e);
        }
    }
}
