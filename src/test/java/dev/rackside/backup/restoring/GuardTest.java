package dev.rackside.backup.restoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.proving.Loading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dump may hold, however it is cut into pieces. */
class GuardTest {

    private static final String DUMP = """
            /*M!999999\\- enable the sandbox mode */
            -- MariaDB dump 10.19-11.4.5-MariaDB; USE mysql;
            /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
            DROP SEQUENCE IF EXISTS `numbers`;
            CREATE SEQUENCE `numbers` start with 5 minvalue 1;
            DO SETVAL(`numbers`, 15, 0);
            DROP TABLE IF EXISTS `a``b`;
            CREATE TABLE `a``b` (
              `words` varchar(60) DEFAULT 'USE x; -- no' COMMENT 'it''s \\' /* no'
            ) ENGINE=InnoDB;
            LOCK TABLES `a``b` WRITE;
            /*!40000 ALTER TABLE `a``b` DISABLE KEYS */;
            set autocommit=0;
            INSERT INTO `a``b` VALUES
            ('1;\\nGRANT ALL ON *.* TO x;'),
            ('\\\\');
            INSERT INTO `kept` (`n`, row_start) VALUES (1,'2026');
            UNLOCK TABLES;
            commit;
            DELIMITER ;;
            /*!50003 CREATE*/ /*!50017 DEFINER=`m o`@`%`*/ /*!50003 TRIGGER shout BEFORE INSERT ON odd FOR EACH ROW
            BEGIN
              SET NEW.words = 'a;;b'; -- ;;
              DELETE FROM other.things;
            END */;;
            DELIMITER ;
            /*!50106 DROP EVENT IF EXISTS `often` */;
            /*!50001 CREATE ALGORITHM=UNDEFINED */
            /*!50013 DEFINER=`mara`@`127.0.0.1` SQL SECURITY DEFINER */
            /*!50001 VIEW `seen` AS select 1 AS `id` */;
            -- Dump completed on 2026-11-29
            """;

    @Test
    void whatADumpOfOneDatabaseHoldsPassesUnchangedHoweverItIsCut() throws IOException {
        for (var size : new int[]{1, 2, 3, 7, 64, 65, 100_000}) {
            var guard = new Guard();
            assertThat(passed(guard, DUMP, size)).isEqualTo(DUMP);
            assertThat(guard.definers()).containsExactly("`m o`@`%`", "`mara`@`127.0.0.1`");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"USE mysql;", "CREATE DATABASE evil;", "DROP DATABASE live;", "GRANT ALL ON *.* TO x;",
            "SET GLOBAL general_log = 1;", "SET @@global.general_log = 1;", "SET PASSWORD = 'x';",
            "SET STATEMENT max_statement_time=1 FOR DROP TABLE mysql.user;", "SELECT 1 INTO OUTFILE '/tmp/x';",
            "CALL evil();", "DO evil();", "DROP TABLE IF EXISTS `mysql`.`user`;", "DROP TABLE `a`, `mysql`.`b`;",
            "INSERT INTO mysql.user VALUES (1);", "INSERT INTO `mysql`.`user` VALUES (1);",
            "/*!50000 GRANT ALL ON *.* TO x */;", "/*M!100100 USE mysql */;", "/* hello */ USE mysql;",
            "CREATE TABLE mysql.evil (id INT);", "CREATE FUNCTION evil RETURNS STRING SONAME 'evil.so';",
            "CREATE VIEW `mysql`.`evil` AS SELECT 1;", "CREATE USER x;", "\\! touch x", "\\. x",
            "ALTER DATABASE `x` CHARACTER SET latin1;", "EXECUTE IMMEDIATE 'DROP TABLE x';", "tee x",
            "/*M!999999 USE mysql */;", "DELIMITER a\nUSE mysql a", "LOAD DATA INFILE 'x' INTO TABLE y;",
            "DELIMITER //\nUSE mysql//"})
    void whatIsNoBusinessOfADumpNeverPasses(String statement) {
        var dump = DUMP.replace("DROP SEQUENCE IF", statement + "\nDROP SEQUENCE IF");
        for (var size : new int[]{1, 100_000}) {
            var output = new ByteArrayOutputStream();
            assertThatThrownBy(() -> pass(new Guard(), dump, size, output)).isInstanceOf(DumpFailure.class);
            assertThat(output.toString(StandardCharsets.UTF_8)).as("not even in part, to its end")
                    .doesNotContain("\n" + statement);
        }
    }

    @Test
    void ofADumpOnlyTheOneTableIsLeft() throws IOException {
        var dump = """
                /*!40101 SET NAMES utf8mb4 */;
                -- Table structure for table `first`
                CREATE TABLE `first` (a int);
                -- Dumping data for table `first`
                LOCK TABLES `first` WRITE;
                INSERT INTO `first` VALUES (1);
                UNLOCK TABLES;
                -- Table structure for table `second`
                CREATE TABLE `second` (a int);
                -- Dumping data for table `second`
                LOCK TABLES `second` WRITE;
                INSERT INTO `second` VALUES
                (2);
                UNLOCK TABLES;
                DELIMITER ;;
                CREATE TRIGGER x ;;
                -- Dump completed
                """;
        for (var size : new int[]{1, 5, 100_000}) {
            var left = passed(new TableSection("second"), dump, size);
            assertThat(left).startsWith("/*!40101 SET NAMES utf8mb4 */;\n").doesNotContain("first", "TRIGGER")
                    .contains("CREATE TABLE `second` (a int);", "INSERT INTO `second` VALUES\n(2);\nUNLOCK TABLES;");
        }
    }

    private static String passed(Loading.Passing passing, String dump, int size) throws IOException {
        var output = new ByteArrayOutputStream();
        pass(passing, dump, size, output);
        return output.toString(StandardCharsets.UTF_8);
    }

    private static void pass(Loading.Passing passing, String dump, int size, ByteArrayOutputStream output)
            throws IOException {
        var pieces = passing.before((piece, count) -> output.write(piece, 0, count));
        var bytes = dump.getBytes(StandardCharsets.UTF_8);
        for (var from = 0; from < bytes.length; from += size) {
            var part = java.util.Arrays.copyOfRange(bytes, from, Math.min(from + size, bytes.length));
            pieces.write(part, part.length);
        }
        pieces.end();
    }
}
