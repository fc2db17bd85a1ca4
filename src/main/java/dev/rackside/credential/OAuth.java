package dev.rackside.credential;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.Answer;
import dev.rackside.integration.Bodies;
import dev.rackside.integration.Call;
import dev.rackside.integration.Complaints;
import dev.rackside.integration.Form;
import dev.rackside.integration.Neutral;
import dev.rackside.integration.Outside;
import dev.rackside.integration.Reach;
import dev.rackside.integration.Signature;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The door to sign-ins by OAuth 2.0: a person signs in once in the browser (authorization code with PKCE, RFC 7636, over
 * a loopback redirect, RFC 8252); from then on the token is renewed when it runs out. However many workstations need it
 * at once, one of them renews it, and the others wait and use what it got. Needs the open vault; no call is made on the
 * screen thread.
 */
public final class OAuth implements Renewal {

    /** Settings of such a credential. */
    public static final String AUTHORIZE_AT = "authorizeAt";
    public static final String EXCHANGE_AT = "exchangeAt";
    public static final String CLIENT_ID = "clientId";
    public static final String SCOPE = "scope";
    public static final String REDIRECT_PORT = "redirectPort";

    /** A person has so long to sign in. */
    static final Duration PATIENCE = Duration.ofMinutes(10);
    /** A token that runs out sooner is renewed before it is used. */
    static final Duration EARLY = Duration.ofMinutes(1);
    /** Longer than a call takes with all its repeats; after a crash somebody else renews then. */
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration WAIT = LEASE.multipliedBy(2);
    private static final Duration LONGEST_LIFE = Duration.ofDays(3650);

    private static final String EXPIRES = """
            update integration_credentials set oauth_expires_at = :expires, created_at = created_at,
                updated_at = utc_timestamp(6)
            where id = :id""";

    private final Database database;
    private final SecretService secrets;
    private final Outside outside;
    private final SignIns signIns;

    public OAuth(Database database, SecretService secrets, Outside outside) {
        this.database = database;
        this.secrets = secrets;
        this.outside = outside;
        // Not renewed by itself: that would go round in circles.
        signIns = new SignIns(database, secrets);
    }

    /**
     * Has a person sign in, and keeps what the system gives for it.
     *
     * @param browse opens an address in the browser
     * @param cancelled asked several times a second
     * @throws Problem CREDENTIAL_INCOMPLETE naming what is missing, VAULT_LOCKED, OUTSIDE_SIGN_IN where the person or the
     *     system said no, SIGN_IN_NOT_FINISHED where nobody came back, LOOPBACK_TAKEN, or what the way out throws
     * @throws CancellationException where it was cancelled
     */
    public void signIn(UUID credential, Consumer<URI> browse, BooleanSupplier cancelled) {
        signIns.<Boolean>with(credential, signIn -> {
            try (var loopback = new Loopback(port(signIn))) {
                var verifier = new CodeVerifier();
                browse.accept(request(signIn, loopback, verifier));
                var answer = await(loopback, cancelled);
                if (!answer.indicatesSuccess()) {
                    var error = answer.toErrorResponse().getErrorObject();
                    throw new Problem(ErrorCode.OUTSIDE_SIGN_IN, host(signIn),
                            Neutral.line(String.valueOf(
                                    error.getDescription() == null ? error.getCode() : error.getDescription())));
                }
                var code = answer.toSuccessResponse().getAuthorizationCode();
                signIn.composed(code.getValue().toCharArray());
                signIn.composed(verifier.getValue().toCharArray());
                keep(credential, exchange(signIn, new AuthorizationCodeGrant(code, loopback.address(), verifier)),
                        secrets::write);
            }
            return true;
        });
    }

    private static URI request(SignIn signIn, Loopback loopback, CodeVerifier verifier) {
        var request = new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(signIn.needed(CLIENT_ID)))
                .endpointURI(address(signIn, AUTHORIZE_AT)).redirectionURI(loopback.address()).state(loopback.state())
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        var scope = signIn.setting(SCOPE);
        return (scope == null ? request : request.scope(Scope.parse(scope))).build().toURI();
    }

    private static AuthorizationResponse await(Loopback loopback, BooleanSupplier cancelled) {
        try {
            for (var left = PATIENCE; left.isPositive(); left = left.minus(LOOK)) {
                var answer = loopback.await(LOOK);
                if (answer.isPresent()) {
                    return answer.get();
                }
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        throw new Problem(ErrorCode.SIGN_IN_NOT_FINISHED, PATIENCE.toMinutes());
    }

    /**
     * Renews a token that has run out or is about to; nothing where there is no need, or nothing to renew it by.
     *
     * @throws Problem OUTSIDE_SIGN_IN where the system takes the sign-in no more: a person must sign in again
     */
    @Override
    public void renew(UUID credential) {
        var lease = new Lease(database, credential);
        for (var left = WAIT; isDue(credential); left = left.minus(LOOK)) {
            if (lease.take(LEASE)) {
                try {
                    // Somebody may have renewed it between the look and the lease.
                    if (isDue(credential)) {
                        keep(credential, signIns.with(credential, this::renewed), secrets::renew);
                    }
                } finally {
                    lease.give();
                }
                return;
            }
            if (left.isNegative()) {
                throw new Problem(ErrorCode.OUTSIDE_TIMEOUT, Messages.get("credential.oauth.renewal"),
                        WAIT.toSeconds());
            }
            pause();
        }
    }

    private Tokens renewed(SignIn signIn) {
        return exchange(signIn,
                new RefreshTokenGrant(new RefreshToken(new String(signIn.secret(Place.REFRESH_TOKEN)))));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private boolean isDue(UUID credential) {
        return database.read(session -> new Credentials_(session).byId(credential)
                .filter(row -> Coded.of(CredentialType.class, row.type).known() == CredentialType.OAUTH)
                .filter(row -> row.secrets().refreshToken() == SecretState.SEALED)
                .map(row -> row.expiresAt != null
                        && row.expiresAt.isBefore(Database.serverClock(session).plus(EARLY)))
                .orElse(false));
    }

    /** Sent once: what may have arrived may have used the code or the refresh token up. */
    private Tokens exchange(SignIn signIn, AuthorizationGrant grant) {
        var at = address(signIn, EXCHANGE_AT);
        var fields = new TreeMap<String, String>();
        grant.toParameters().forEach((name, values) -> fields.put(name, values.getFirst()));
        var secret = signIn.optional(Place.PASSWORD);
        if (secret == null) {
            fields.put("client_id", signIn.needed(CLIENT_ID));
        }
        var reach = signIn.reach("").to(URI.create(at.getScheme() + "://" + at.getRawAuthority()));
        var answer = outside.send(Call.change(reach, "POST", at, signature(signIn, secret), new Form(fields)));
        if (!answer.ok() || answer.body().text("access_token") == null) {
            throw new Problem(ErrorCode.OUTSIDE_SIGN_IN, reach.host(), Complaints.orStatus(answer));
        }
        return new Tokens(answer);
    }

    /** What a system gave: a token that it gave before isn't among it. */
    private static final class Tokens {
        private final Map<Place, Optional<char[]>> secrets = new EnumMap<>(Place.class);
        private final @Nullable Duration lifetime;

        Tokens(Answer answer) {
            put(Place.TOKEN, answer.body().text("access_token"));
            put(Place.REFRESH_TOKEN, answer.body().text("refresh_token"));
            var seconds = answer.body().number("expires_in");
            lifetime = seconds == null || seconds <= 0
                    ? null
                    : Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE.toSeconds()));
        }

        /** What was sent comes back masked, so a masked one is the one that is known. */
        private void put(Place place, @Nullable String token) {
            if (token != null && !token.contains(Bodies.MASK)) {
                secrets.put(place, Optional.of(token.toCharArray()));
            }
        }

        void wipe() {
            secrets.values().forEach(secret -> secret.ifPresent(value -> Arrays.fill(value, '\0')));
        }
    }

    /** @param write how they are sealed */
    private void keep(UUID credential, Tokens tokens, BiConsumer<UUID, Map<Place, Optional<char[]>>> write) {
        try {
            if (!tokens.secrets.isEmpty()) {
                write.accept(credential, tokens.secrets);
            }
        } finally {
            tokens.wipe();
        }
        database.write(session -> {
            var expires = tokens.lifetime == null ? null : Database.serverClock(session).plus(tokens.lifetime);
            return session.createNativeMutationQuery(EXPIRES).setParameter("id", credential.toString())
                    .setParameter("expires", expires, Instant.class).executeUpdate();
        });
    }

    private static Signature signature(SignIn signIn, char @Nullable [] secret) {
        return new Signature() {
            @Override
            public void sign(BiConsumer<String, String> header) {
                if (secret != null) {
                    var basic = new ClientSecretBasic(new ClientID(signIn.needed(CLIENT_ID)),
                            new Secret(new String(secret)));
                    var value = basic.toHTTPAuthorizationHeader();
                    header.accept("Authorization", value);
                }
            }

            @Override
            public List<char[]> hidden() {
                return signIn.hidden();
            }
        };
    }

    private static int port(SignIn signIn) {
        var port = signIn.setting(REDIRECT_PORT);
        if (port == null) {
            return 0;
        }
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new Problem(ErrorCode.CREDENTIAL_INCOMPLETE, Messages.get("credential.needs.redirectport"));
        }
        return Integer.parseInt(port);
    }

    private static String host(SignIn signIn) {
        return address(signIn, AUTHORIZE_AT).getHost();
    }

    /** Over https, unless a person said that it stands in a network of our own. */
    private static URI address(SignIn signIn, String setting) {
        try {
            var address = new URI(signIn.needed(setting));
            var plain = "http".equals(address.getScheme()) && "true".equals(signIn.setting("ownNetwork"));
            if (address.getHost() == null || !("https".equals(address.getScheme()) || plain)) {
                throw new URISyntaxException(setting, "no https");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new Problem(ErrorCode.OUTSIDE_ADDRESS, e, Messages.get("credential.field." + setting),
                    Messages.get("exchange.address.form"));
        }
    }
}
