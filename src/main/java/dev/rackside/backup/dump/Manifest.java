package dev.rackside.backup.dump;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What was in a database at the very moment that a dump is of, and which file the dump is in.
 *
 * @param backup the run's id
 * @param takenAt when the snapshot began, by this workstation's clock
 * @param host the server's own name
 * @param file the file's name, without its folder
 * @param fileBytes the file's length, compressed
 * @param sha256 of the file
 * @param dumpBytes the dump's length before it was compressed
 * @param schemaVersion the version of Rackside's tables; 0 where they have none
 */
public record Manifest(int format, UUID backup, Instant takenAt, String database, String host, String serverVersion,
        String toolVersion, int schemaVersion, String file, long fileBytes, String sha256, long dumpBytes,
        String characterSet, String collation, List<TableFacts> tables, List<Definition> definitions,
        List<Sequence> sequences) {

    /** The format that this program writes; another one is refused. */
    public static final int FORMAT = 1;

    /** A definition, by the hash of what SHOW CREATE says. */
    public record Definition(String kind, String name, String sha256) {

        public Item item() {
            return new Item(kind, name);
        }
    }

    /**
     * Where a sequence stood when the snapshot began and when the dump was done; the dump holds something between.
     */
    public record Sequence(String name, long from, long to) {}

    /** All that is there by name. */
    public Set<Item> items() {
        var items = new TreeSet<Item>();
        definitions.forEach(definition -> items.add(definition.item()));
        return items;
    }

    /** The definitions' hashes by name. */
    public TreeMap<Item, String> hashes() {
        var hashes = new TreeMap<Item, String>();
        definitions.forEach(definition -> hashes.put(definition.item(), definition.sha256()));
        return hashes;
    }
}
