package kz.sheshim.adapter.http.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small OpenID provider: it signs in, without asking, whoever it has been told ({@link #signsIn}), and gives a token for a code only to whoever knows the secret of
 * the client and the verifier of the code.
 */
public final class ProviderFixture implements QuarkusTestResourceLifecycleManager {
    static final String CLIENT = "desk-client";
    private static final String SECRET = "a secret of thirty-two letters!!";

    /** Whom it signs in, and what is wrong with the token. It is in the class: Quarkus makes the fixture, in another class loader. */
    private static final String ACCOUNT = "provider.of.tests.account";

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final KeyPair keys = keys();
    private HttpServer server;
    private String issuer;

    /** @param fault empty, {@code nonce}, {@code audience}, {@code issuer}, {@code key} or {@code expired} */
    static void signsIn(String subject, String name, List<String> roles, String fault) {
        System.setProperty(ACCOUNT, String.join(";", subject, name, String.join(",", roles), fault));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", this::discover);
        server.createContext("/keys", this::keys);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/leave", this::leave);
        server.start();
        return Map.of(
                "quarkus.oidc.desk.auth-server-url", issuer,
                "quarkus.oidc.desk.client-id", CLIENT,
                "quarkus.oidc.desk.credentials.secret", SECRET);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void discover(HttpExchange call) throws IOException {
        json(
                call,
                200,
                """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/leave"}"""
                        .formatted(issuer));
    }

    private void keys(HttpExchange call) throws IOException {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        json(
                call,
                200,
                "{\"keys\": [{\"kty\": \"RSA\", \"use\": \"sig\", \"alg\": \"RS256\", \"kid\": \"1\", \"n\": \"%s\", \"e\": \"AQAB\"}]}"
                        .formatted(base64(unsigned(key.getModulus().toByteArray()))));
    }

    /** Signs in at once, and leads the browser back with a code. */
    private void authorize(HttpExchange call) throws IOException {
        Map<String, String> query = form(call.getRequestURI().getRawQuery());
        boolean isRight = CLIENT.equals(query.get("client_id"))
                && "code".equals(query.get("response_type"))
                && "S256".equals(query.get("code_challenge_method"))
                && query.containsKey("nonce");
        if (!isRight) {
            json(call, 400, "{\"error\": \"invalid_request\"}");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, query);
        call.getResponseHeaders()
                .add("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private void token(HttpExchange call) throws IOException {
        Map<String, String> form = form(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        String client =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean isRight = asked != null
                && client.equals(call.getRequestHeaders().getFirst("Authorization"))
                && asked.get("redirect_uri").equals(form.get("redirect_uri"))
                && asked.get("code_challenge").equals(base64(sha256(form.getOrDefault("code_verifier", ""))));
        if (!isRight) {
            json(call, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        String[] account = System.getProperty(ACCOUNT).split(";", -1);
        String fault = account[3];
        String idToken = Jwt.claims()
                .issuer(fault.equals("issuer") ? "https://evil.example" : issuer)
                .subject(account[0])
                .audience(fault.equals("audience") ? "another-client" : CLIENT)
                .claim("preferred_username", account[1])
                .claim("groups", account[2].isEmpty() ? List.of() : List.of(account[2].split(",")))
                .claim("nonce", fault.equals("nonce") ? "another" : asked.get("nonce"))
                .issuedAt(System.currentTimeMillis() / 1000 - 7200)
                .expiresAt(System.currentTimeMillis() / 1000 + (fault.equals("expired") ? -3600 : 300))
                .jws()
                .keyId("1")
                .sign((fault.equals("key") ? keys() : keys).getPrivate());
        json(
                call,
                200,
                "{\"token_type\": \"Bearer\", \"expires_in\": 300, \"access_token\": \"%1$s\", \"id_token\": \"%1$s\"}"
                        .formatted(idToken));
    }

    /** Leads the browser back. */
    private void leave(HttpExchange call) throws IOException {
        call.getResponseHeaders()
                .add("Location", form(call.getRequestURI().getRawQuery()).get("post_logout_redirect_uri"));
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private static void json(HttpExchange call, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    static Map<String, String> form(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
