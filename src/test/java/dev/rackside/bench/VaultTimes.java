package dev.rackside.bench;

import dev.rackside.access.AccessService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.Pins;
import dev.rackside.credential.VaultService;
import dev.rackside.credential.vault.Binding;
import dev.rackside.credential.vault.Envelope;
import dev.rackside.credential.vault.VaultKey;
import dev.rackside.db.TestDatabase;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What opening the vault takes beside Argon2id alone, and sealing beside AES-GCM alone. */
final class VaultTimes {

    private static final char[] PASSWORD = "four words of no kin".toCharArray();
    private static final int MANY = 1_000;

    private VaultTimes() {
    }

    static void measure() throws Exception {
        var pins = Files.createTempDirectory("bench").resolve("pins");
        try (var test = TestDatabase.migrated("vaulttimes",
                List.of(CredentialService.ENTITIES, AccessService.ENTITIES));
                var vault = new VaultService(test.database(), new AccessService(test.database()).owner("kim", "Kim"),
                        new Pins(pins))) {
            vault.create(PASSWORD).close();
            vault.lock();
            new Timing("Unlocking the vault").way("Argon2id alone, 64 MiB, t 3, p 4", VaultTimes::argon2)
                    .way("VaultService.unlock", () -> {
                        vault.unlock(PASSWORD);
                        vault.lock();
                        return true;
                    }).run(3, 15);
        }
        var random = new Random(4);
        for (var length : new int[]{40, 450, 4_000}) {
            var secret = new byte[length];
            random.nextBytes(secret);
            sealing(secret);
        }
    }

    private static byte[] argon2() {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withMemoryAsKB(64 * 1024)
                .withIterations(3).withParallelism(4).withSalt(new byte[16]).build());
        var stretched = new byte[32];
        generator.generateBytes(PASSWORD, stretched);
        return stretched;
    }

    private static void sealing(byte[] secret) throws Exception {
        try (var key = VaultKey.generate(UUID.randomUUID())) {
            var to = new Binding("integration_credentials.password_encrypted", UUID.randomUUID(), 1, "basic_auth");
            var sealed = Envelope.seal(key, to, secret);
            new Timing(MANY + " secrets of " + secret.length + " bytes").way("AES-256-GCM alone, sealing",
                    () -> gcm(secret)).way("Envelope.seal", () -> {
                        for (var i = 0; i < MANY; i++) {
                            Envelope.seal(key, to, secret);
                        }
                        return true;
                    }).way("Envelope.open", () -> {
                        for (var i = 0; i < MANY; i++) {
                            Envelope.open(key, to, sealed);
                        }
                        return true;
                    }).run(20, 20);
        }
    }

    private static boolean gcm(byte[] secret) throws Exception {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        var key = new SecretKeySpec(new byte[32], "AES");
        for (var i = 0; i < MANY; i++) {
            var nonce = new byte[12];
            nonce[0] = (byte) i;
            nonce[1] = (byte) (i >> 8);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            cipher.doFinal(secret);
        }
        return true;
    }
}
