package kz.sheshim.adapter.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Base64;

/** What a destination and this service share, to tell that an event is from here (Standard Webhooks, HMAC-SHA256). */
public final class SigningSecret {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final Webhook webhook;

    /**
     * @param text {@code whsec_} and 24 to 64 bytes in Base64
     * @throws IllegalArgumentException if it is anything else; the message does not repeat it
     */
    public SigningSecret(String text) {
        int bytes = bytes(text);
        if (bytes < SHORTEST || bytes > LONGEST) {
            throw new IllegalArgumentException(
                    "a secret is not " + PREFIX + " and " + SHORTEST + " to " + LONGEST + " bytes in Base64");
        }
        try {
            this.webhook = new Webhook(text);
        } catch (EmptyWebhookSecretException tooShort) {
            throw new IllegalArgumentException(tooShort);
        }
    }

    private static int bytes(String text) {
        try {
            return text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())).length : 0;
        } catch (IllegalArgumentException notBase64) {
            return 0;
        }
    }

    String sign(String id, Instant attempt, String body) {
        try {
            return webhook.sign(id, attempt.getEpochSecond(), body);
        } catch (WebhookSigningException noSuchAlgorithm) {
            throw new IllegalStateException(noSuchAlgorithm);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
