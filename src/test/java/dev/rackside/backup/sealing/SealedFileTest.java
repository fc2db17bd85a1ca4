package dev.rackside.backup.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.credential.BackupKeySource;
import dev.rackside.credential.vault.BackupKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedFileTest {

    private static final int CHUNK = 1 << 17;
    private static final UUID VAULT = UUID.randomUUID();
    private static final byte[] SECRET = random(BackupKey.LENGTH, 1);

    private static byte[] random(int length, int seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static BackupKey key() {
        return BackupKey.of(VAULT, 3, SECRET.clone());
    }

    private static BackupKeySource keys() {
        return (vault, generation) -> Optional.of(key())
                .filter(key -> key.name().vault().equals(vault) && key.name().generation() == generation);
    }

    private static byte[] sealed(byte[] plain) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var key = key(); var out = new SealedOutput(file, key, UUID.randomUUID())) {
            for (var at = 0; at < plain.length; at += 70_001) {
                out.write(plain, at, Math.min(70_001, plain.length - at));
            }
        }
        return file.toByteArray();
    }

    private static byte[] opened(byte[] file, BackupKeySource keys) throws IOException {
        try (var in = SealedInput.open(new ByteArrayInputStream(file), keys)) {
            return in.readAllBytes();
        }
    }

    private static void broken(byte[] file, String what) {
        assertThatThrownBy(() -> opened(file, keys())).as(what).isInstanceOf(SealedInput.Broken.class);
    }

    @Test
    void whatWasSealedComesBackWhateverItsLength() throws IOException {
        for (var length : new int[]{0, 1, CHUNK - FileHead.LENGTH, CHUNK, 3 * CHUNK + 17}) {
            var plain = random(length, length);
            assertThat(opened(sealed(plain), keys())).isEqualTo(plain);
        }
        var plain = random(200, 7);
        assertThat(opened(plain, keys())).as("what isn't encrypted").isEqualTo(plain);
        assertThat(opened(random(3, 1), keys())).hasSize(3);
    }

    /** Made from docs/backup-format.md alone, with another language's library. */
    @Test
    void knownAnswerOpens() throws IOException {
        var file = HexFormat.of().parseHex("52424b310100007000112233445566778899aabbccddeeff00000005e28af412f66adc66"
                + "000102030405060708090a0b0c0d0e0f6465666768696a6b6c6d6e6fdadee53510013c70485c9ea650555b47fdff5407889e"
                + "8a764251821ee85a83ca90df80658f0801ed312c2ce5c2654b912832333435363738393a3b3c3d3e3f404142434445464748"
                + "494a4b4c4d4e4f505100010203040506744e17976c995195de780815d429ad067c0d51f65f696917f03600ce28799cf896d6"
                + "bd9fdb43ed01");
        var secret = new byte[BackupKey.LENGTH];
        Arrays.fill(secret, (byte) 7);
        try (var key = BackupKey.of(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"), 5, secret.clone())) {
            assertThat(key.name().toString()).isEqualTo("00112233-4455-6677-8899-aabbccddeeff/5/e28af412f66adc66");
            assertThat(BackupKey.Name.parse(key.name().toString())).contains(key.name());
            assertThat(key.manifestKey()).asHexString()
                    .isEqualToIgnoringCase("cc695120835e4275cb02c2190e1ea182d5dd0a31e8b33fd17bb27fef22ddc809");
        }
        assertThat(opened(file, (vault, generation) -> Optional.of(BackupKey.of(vault, generation,
                secret.clone())))).asString().isEqualTo("made from the page alone");
    }

    @Test
    void chunksThatAreChangedMovedLeftOutOrCutOffAreNotRead() throws IOException {
        var file = sealed(random(4 * CHUNK, 4));
        for (var at : new int[]{70, FileHead.LENGTH + 5, FileHead.LENGTH + 60, 2 * CHUNK + 5, file.length - 1}) {
            var changed = file.clone();
            changed[at] ^= 1;
            broken(changed, "a bit at " + at);
        }
        var moved = file.clone();
        System.arraycopy(file, FileHead.LENGTH + CHUNK, moved, FileHead.LENGTH + 2 * CHUNK, CHUNK);
        System.arraycopy(file, FileHead.LENGTH + 2 * CHUNK, moved, FileHead.LENGTH + CHUNK, CHUNK);
        broken(moved, "two chunks in each other's place");
        broken(Arrays.copyOf(file, FileHead.LENGTH + 2 * CHUNK), "cut off behind a chunk");
        broken(Arrays.copyOf(file, file.length - 1), "one byte cut off");
        broken(Arrays.copyOf(file, 50), "cut off in the head");
        var other = sealed(random(4 * CHUNK, 4));
        var mixed = file.clone();
        System.arraycopy(other, FileHead.LENGTH + CHUNK, mixed, FileHead.LENGTH + CHUNK, CHUNK);
        broken(mixed, "a chunk of another file");
    }

    @Test
    void nothingInTheHeadCanBeChangedUnseen() throws IOException {
        var file = sealed(random(100, 5));
        for (var at = 0; at < FileHead.LENGTH; at++) {
            var changed = file.clone();
            changed[at] ^= 1;
            var where = at;
            // Where it no longer says that it is encrypted, it is no compressed dump either.
            if (at >= 4) {
                assertThatThrownBy(() -> opened(changed, keys())).as("byte " + where)
                        .isInstanceOfAny(SealedInput.Broken.class, SealedInput.KeyAway.class);
            }
        }
    }

    @Test
    void anotherKeyIsToldFromAChangedFile() throws IOException {
        var file = sealed(random(100, 5));
        assertThatThrownBy(() -> opened(file, BackupKeySource.NONE)).isInstanceOf(SealedInput.KeyAway.class)
                .hasMessageContaining("generation 3").hasMessageContaining(VAULT.toString());
        assertThatThrownBy(() -> opened(file, (vault, generation) -> Optional.of(BackupKey.generate(vault,
                generation)))).isInstanceOf(SealedInput.KeyAway.class);
    }

    @Test
    void aDiskThatFailsIsNoBrokenFile() throws IOException {
        var file = sealed(random(3 * CHUNK, 6));
        var disk = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at > 2 * CHUNK) {
                    throw new IOException("the share is away");
                }
                return file[at++] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
                if (count == 0) {
                    return 0;
                }
                bytes[offset] = (byte) read();
                return 1;
            }
        };
        try (var in = SealedInput.open(disk, keys())) {
            assertThatThrownBy(in::readAllBytes).isNotInstanceOf(SealedInput.Broken.class)
                    .hasMessage("the share is away");
        }
    }
}
