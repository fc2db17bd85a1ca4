package dev.rackside.credential;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.integration.Bodies;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.text.Coded;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A credential as a form edits it, with the rules that the form shows and the service checks. No secret is part of it;
 * where another program put one into its settings or its address, a mask stands there instead.
 *
 * @param name a person's name for it; unique
 * @param baseUrl where the system answers: http or https, with nothing in it that signs in
 * @param settings a JSON object of what is not secret: company, client id, zone
 * @param expiresAt when the token of an OAuth sign-in runs out
 * @param active whether Rackside uses it
 */
public record CredentialDraft(@Nullable String name, Coded<ExchangeSystem> system, Coded<CredentialType> type,
        @Nullable String username, @Nullable String baseUrl, @Nullable String settings, @Nullable Instant expiresAt,
        @Nullable Boolean active) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_USERNAME = 255;
    private static final int LONGEST_ADDRESS = 500;

    /** What a new credential starts from. */
    public static CredentialDraft blank() {
        return new CredentialDraft(null, Coded.of(ExchangeSystem.SYNCRO_MSP), Coded.of(CredentialType.API_KEY), null,
                null, null, null, true);
    }

    /** The rules that the draft breaks; none when it may be saved. */
    public List<Violation> violations() {
        return new Rules()
                .required("name", name)
                .atMost("name", name, LONGEST_NAME)
                .required("system", system.text())
                .that(system.text() == null || system.known() != null, "system", "rule.unknown-value",
                        String.valueOf(system.text()))
                .required("type", type.text())
                .that(type.text() == null || type.known() != null, "type", "rule.unknown-value",
                        String.valueOf(type.text()))
                .atMost("username", username, LONGEST_USERNAME)
                .atMost("baseUrl", baseUrl, LONGEST_ADDRESS)
                .that(baseUrl == null || isAddress(baseUrl), "baseUrl", "credential.rule.address")
                .that(baseUrl == null || (baseUrl.equals(Hidden.address(baseUrl)) && !holdsSecret(baseUrl)), "baseUrl",
                        "credential.rule.address-secret")
                .fitsText("settings", settings)
                .that(settings == null || Bodies.isObject(settings), "settings", "credential.rule.settings")
                .that(settings == null || !holdsSecret(settings), "settings", "credential.rule.settings-secret")
                .storable("expiresAt", expiresAt)
                .that(active != null, "active", "rule.required")
                .violations();
    }

    /**
     * The rules that an edit breaks: what broke one before, and was left as it stood, may stay.
     *
     * @param before as it was loaded; null for a new credential
     */
    public List<Violation> violationsSince(@Nullable CredentialDraft before) {
        return before == null
                ? violations()
                : violations().stream().filter(each -> !before.violations().contains(each) || changed(each, before))
                        .toList();
    }

    /** A rule that was broken before may go on being broken only by the very same text. */
    private boolean changed(Violation violation, CredentialDraft before) {
        return switch (violation.field()) {
            case "settings" -> !Objects.equals(settings, before.settings());
            case "baseUrl" -> !Objects.equals(baseUrl, before.baseUrl());
            default -> false;
        };
    }

    private static boolean holdsSecret(String text) {
        return Hidden.in(text) || Bodies.of(text, text.length()).masked() > 0;
    }

    private static boolean isAddress(String text) {
        try {
            var address = new URI(text);
            var scheme = address.getScheme();
            return scheme != null && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                    && address.getHost() != null && address.getRawUserInfo() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
