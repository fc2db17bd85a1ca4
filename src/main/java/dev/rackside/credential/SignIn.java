package dev.rackside.credential;

import dev.rackside.credential.Secrets.Place;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.Fields;
import dev.rackside.integration.Reach;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential with its secrets open, lent for one piece of work; {@link SignIns} wipes it afterwards. What it takes to
 * sign in to a system, that system's gateway knows.
 */
public final class SignIn {

    private final UUID credential;
    private final ExchangeSystem system;
    private final @Nullable String username;
    private final @Nullable String baseUrl;
    private final Fields settings;
    private final boolean oauth;
    private final Map<Place, char[]> secrets;
    private final List<char[]> composed = new ArrayList<>();

    SignIn(Credential row, ExchangeSystem system, Map<Place, char[]> secrets) {
        credential = row.id;
        this.system = system;
        username = row.username;
        baseUrl = row.baseUrl;
        settings = Fields.of(row.settings);
        oauth = Coded.of(CredentialType.class, row.type).known() == CredentialType.OAUTH;
        this.secrets = secrets;
    }

    public UUID credential() {
        return credential;
    }

    public ExchangeSystem system() {
        return system;
    }

    /**
     * What isn't secret and must be there.
     *
     * @throws Problem CREDENTIAL_INCOMPLETE naming the field
     */
    public String username() {
        return needed(username, "username");
    }

    /** A setting; null where it is not there. */
    public @Nullable String setting(String name) {
        return settings.text(name);
    }

    /** @throws Problem CREDENTIAL_INCOMPLETE naming the setting */
    public String needed(String setting) {
        return needed(settings.text(setting), setting);
    }

    private static String needed(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw incomplete(field);
        }
        return value.strip();
    }

    /**
     * A secret; not to be kept or changed.
     *
     * @throws Problem CREDENTIAL_INCOMPLETE where it is not there
     */
    public char[] secret(Place place) {
        var secret = secrets.get(place);
        if (secret == null) {
            throw incomplete("secret");
        }
        return secret;
    }

    /** A secret that not every credential of its kind has; null where it is not there. */
    char @Nullable [] optional(Place place) {
        return secrets.get(place);
    }

    /** Whether a person signed in for it in the browser. */
    public boolean isOAuth() {
        return oauth;
    }

    /**
     * What is sent as a bearer token: that of the sign-in in the browser, else the key.
     *
     * @throws Problem CREDENTIAL_INCOMPLETE where it is not there
     */
    public char[] bearer() {
        if (oauth && !secrets.containsKey(Place.TOKEN)) {
            throw new Problem(ErrorCode.CREDENTIAL_INCOMPLETE, Messages.get("credential.needs.sign-in"));
        }
        return secret(oauth ? Place.TOKEN : Place.API_KEY);
    }

    private static Problem incomplete(String field) {
        return new Problem(ErrorCode.CREDENTIAL_INCOMPLETE,
                Messages.get("credential.needs." + field.toLowerCase(Locale.ROOT)));
    }

    /** Whether a person entered an address. */
    public boolean hasAddress() {
        return baseUrl != null && !baseUrl.isBlank();
    }

    /**
     * The way to the system: to the address that a person entered, else to the usual one.
     *
     * @throws Problem OUTSIDE_ADDRESS where what was entered is none
     */
    public Reach reach(String usual) {
        var address = baseUrl == null || baseUrl.isBlank() ? usual : baseUrl.strip();
        try {
            return new Reach(system, new URI(address), settings.flag("ownNetwork"), settings.text("proxy"),
                    settings.text("authority"));
        } catch (URISyntaxException e) {
            throw new Problem(ErrorCode.OUTSIDE_ADDRESS, e, system, Messages.get("exchange.address.form"));
        }
    }

    /** Puts what signs in together; it is masked like the secrets it is made of, and wiped with them. */
    public char[] composed(char[]... parts) {
        var whole = new char[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        composed.add(whole);
        return whole;
    }

    /** All that no log may hold. */
    public List<char[]> hidden() {
        var hidden = new ArrayList<>(secrets.values());
        hidden.addAll(composed);
        return hidden;
    }

    void wipe() {
        hidden().forEach(each -> Arrays.fill(each, '\0'));
    }

    @Override
    public String toString() {
        return credential + " ***";
    }
}
