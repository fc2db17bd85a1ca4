package dev.rackside.backup.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DumpScanTest {

    private static final String DUMP = """
            -- Sequence structure for `s`
            -- Table structure for table `a``b`
            INSERT INTO `t` VALUES
            (1,'-- Dump completed on'),
            (2,'-- Table structure for table `no`');
            /*!50003 CREATE*/ /*!50017 DEFINER=`x y`@`%`*/ /*!50003 trigger tr before insert on t for each row begin
            end */;;
            -- Temporary table structure for view `v`
            -- Final view structure for view `v`
            /*!50106 CREATE*/ /*!50117 DEFINER=`x`@`%`*/ /*!50106 EVENT `e` ON SCHEDULE EVERY 1 DAY DO select 1 */ ;;
            CREATE DEFINER=`x`@`%` PROCEDURE `p`()
            CREATE DEFINER=`x y`@`10.0.0.%` FUNCTION `f`() RETURNS int(11)
            """;

    @Test
    void everythingInADumpIsSeenByNameAndRowsAreNot() {
        var scan = read(DUMP + "-- Dump completed on 2026-11-29 20:46:07\n", 7);
        assertThat(scan.complete()).isTrue();
        assertThat(scan.tables()).isEqualTo(1);
        assertThat(scan.missing(List.of(new Item(Item.SEQUENCE, "s"), new Item(Item.TABLE, "a`b"),
                new Item(Item.TRIGGER, "tr"), new Item(Item.VIEW, "v"), new Item(Item.EVENT, "e"),
                new Item("procedure", "p"), new Item("function", "f")))).isEmpty();
        assertThat(scan.missing(List.of(new Item(Item.TABLE, "no"), new Item("procedure", "q"))))
                .containsExactly(new Item("procedure", "q"), new Item(Item.TABLE, "no"));
    }

    @Test
    void aDumpIsCompleteOnlyWhereItsLastLineSaysSo() {
        assertThat(read(DUMP, 1000).complete()).isFalse();
        assertThat(read(DUMP + "-- Dump completed on 2026\nINSERT INTO `t` VALUES\n(1);\n", 3).complete()).isFalse();
        assertThat(read(DUMP + "-- Dump completed on 2026\nx\n", 3).complete()).isFalse();
        assertThat(read(DUMP + "-- Dump completed on 2026", 3).complete()).isTrue();
        assertThat(read("", 1).complete()).isFalse();
    }

    @Test
    void aRightOnADatabaseIsAPattern() {
        assertThat(NeededRights.covers("*", "rackside")).isTrue();
        assertThat(NeededRights.covers("`rack\\_side`", "rack_side")).isTrue();
        assertThat(NeededRights.covers("`rack\\_side`", "rackxside")).isFalse();
        assertThat(NeededRights.covers("`rack_side`", "rackxside")).isTrue();
        assertThat(NeededRights.covers("`r%`", "rackside")).isTrue();
        assertThat(NeededRights.covers("`msp`", "rackside")).isFalse();
    }

    @Test
    void valuesOfCustomersAreNotKeptInWhatAProgramSaid() {
        assertThat(DumpWords.redacted("ERROR 1062 (23000) at line 3: Duplicate entry 'Bob''s key' for key 'x'"))
                .doesNotContain("Bob").contains("1062");
        assertThat(DumpWords.code("mariadb-dump: Got errno 28 on write")).isEqualTo(28);
        assertThat(DumpWords.code("Couldn't execute 'show create table': denied (1142)")).isEqualTo(1142);
        assertThat(DumpWords.code("mariadb-dump: Got error: 1412: \"x\"")).isEqualTo(1412);
    }

    @Test
    void wherePiecesAreCutMakesNoDifference() {
        var whole = read(DUMP + "-- Dump completed on 2026-11-29 20:46:07\n", 1_000_000);
        var wanted = List.of(new Item(Item.TABLE, "not there"), new Item(Item.TABLE, "t"));
        for (var piece = 1; piece < 70; piece++) {
            var cut = read(DUMP + "-- Dump completed on 2026-11-29 20:46:07\n", piece);
            assertThat(cut.complete()).as("%s bytes", piece).isTrue();
            assertThat(cut.missing(wanted)).as("%s bytes", piece).isEqualTo(whole.missing(wanted));
            assertThat(cut.tables()).isEqualTo(whole.tables());
            assertThat(cut.bytes()).isEqualTo(whole.bytes());
        }
    }

    private static DumpScan read(String dump, int piece) {
        var scan = new DumpScan();
        var bytes = dump.getBytes(StandardCharsets.UTF_8);
        for (var at = 0; at < bytes.length; at += piece) {
            var part = Arrays.copyOfRange(bytes, at, Math.min(at + piece, bytes.length));
            scan.read(part, part.length);
        }
        scan.end();
        return scan;
    }
}
