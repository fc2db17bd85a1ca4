package dev.rackside.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keys are named as the keyboard has them. */
class MessagesOfSystemsTest {

    @Test
    void macOsHasItsCommandKey() {
        var mac = Messages.keyed(Messages.bundle(), "Mac OS X");

        assertThat(mac.getString("fx.search.tip")).endsWith("(⌘F)");
        assertThat(mac.containsKey("fx.search.tip")).isTrue();
        assertThat(mac.containsKey("fx.no-such-key")).isFalse();
    }

    @Test
    void theOthersHaveControl() {
        assertThat(Messages.keyed(Messages.bundle(), "Windows 11").getString("fx.search.tip")).endsWith("(Ctrl+F)");
    }
}
