package dev.rackside.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {

    /** Addresses of the internet, as the description of proquints has them. */
    @ParameterizedTest
    @CsvSource({"7F000001,lusab-babad", "3F54DCC1,gutih-tugad", "3F760723,gutuk-bisog", "8C62C18D,mudof-sakat",
            "40FF06C8,haguz-biram", "801E342D,mabiv-gibot", "93437702,natag-lisaf", "D43AFD44,tibup-zujah",
            "D82344D7,tobog-higil", "D844E815,todah-vobij", "C6518188,sinid-makam", "0C6E6ECC,budov-kuras"})
    void wordsAreThoseOfTheDescription(String bytes, String words) {
        assertThat(Spoken.words(HexFormat.of().parseHex(bytes), 4)).isEqualTo(words.replace('-', ' '));
    }

    @Test
    void everyPairOfBytesHasAWordOfItsOwn() {
        var words = new HashSet<String>();
        for (var pair = 0; pair < 1 << 16; pair++) {
            words.add(Spoken.words(new byte[]{(byte) (pair >> 8), (byte) pair}, 2));
        }
        assertThat(words).hasSize(1 << 16).allMatch(word -> word.length() == 5);
    }

    @Test
    void fingerprintIsEightWordsThatSayTheSameAsItsDigits() {
        try (var keys = TechnicianKeys.generate(UUID.randomUUID(), 1)) {
            var known = keys.known();
            assertThat(known.words().split(" ", -1)).hasSize(8);
            assertThat(known.words()).isEqualTo(
                    Spoken.words(HexFormat.of().parseHex(known.fingerprint().replace(" ", "")), 16));
        }
    }
}
