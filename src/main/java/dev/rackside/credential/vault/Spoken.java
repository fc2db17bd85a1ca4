package dev.rackside.credential.vault;

/**
 * Bytes as words that can be read out: two bytes make a word of five letters, consonants and vowels in turn, after
 * D. S. Wilkerson's proquints. No list of words is needed, so a word means the same in every version.
 */
final class Spoken {

    private static final String CONSONANTS = "bdfghjklmnprstvz";
    private static final String VOWELS = "aiou";

    private Spoken() {
    }

    /**
     * With blanks between, where a line may break.
     *
     * @param count of bytes, even
     */
    static String words(byte[] bytes, int count) {
        var words = new StringBuilder();
        for (var at = 0; at < count; at += 2) {
            var pair = (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
            words.append(at == 0 ? "" : " ").append(CONSONANTS.charAt(pair >> 12))
                    .append(VOWELS.charAt(pair >> 10 & 3)).append(CONSONANTS.charAt(pair >> 6 & 15))
                    .append(VOWELS.charAt(pair >> 4 & 3)).append(CONSONANTS.charAt(pair & 15));
        }
        return words.toString();
    }
}
