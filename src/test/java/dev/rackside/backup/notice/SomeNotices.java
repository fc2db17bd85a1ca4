package dev.rackside.backup.notice;

import dev.rackside.db.TestDatabase;
import dev.rackside.integration.Outside;
import java.nio.file.Path;
import java.util.UUID;

/** Notices of a test's database, with a keyring and settings of their own. */
public final class SomeNotices {

    private SomeNotices() {
    }

    public static Notices of(TestDatabase test) {
        var folder = Path.of("target", "notices", UUID.randomUUID().toString());
        return new Notices(test.database(), new NoticeHome("Desk", "TIDE-WS012", folder, new FakeKeychain(true)),
                new Outside(test.database(), () -> "mara.ellis"), null);
    }
}
