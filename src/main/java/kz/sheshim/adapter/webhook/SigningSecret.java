package kz.sheshim.adapter.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Base64;

/** A secret that this service shares with a destination. Its signature proves that an event is from this service (Standard Webhooks, HMAC-SHA256). */
public final class SigningSecret {
    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private final Webhook webhook;

    /**
     * @param text {@code whsec_} and 24 to 64 bytes in Base64
     * @throws IllegalArgumentException if the text is anything else; the message does not repeat the text
     */
    public SigningSecret(String text) {
        int bytes = bytes(text);
        if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a secret must be " + PREFIX + " and " + MIN_BYTES + " to " + MAX_BYTES + " bytes in Base64");
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
