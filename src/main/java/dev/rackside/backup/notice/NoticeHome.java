package dev.rackside.backup.notice;

import dev.rackside.credential.Keychain;
import java.nio.file.Path;

/**
 * Where notices come from.
 *
 * @param workspace its name, which stands in them
 * @param workstation by which they are told apart
 * @param folder of what this workstation keeps of the workspace; its name is no other's
 * @param keychain keeps the mail account's password and the hook's address
 */
public record NoticeHome(String workspace, String workstation, Path folder, Keychain keychain) {

    NoticeSecrets secrets() {
        return new NoticeSecrets(keychain, String.valueOf(folder.getFileName()));
    }
}
