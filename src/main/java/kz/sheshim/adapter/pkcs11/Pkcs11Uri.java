package kz.sheshim.adapter.pkcs11;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a private key is (RFC 7512): {@code pkcs11:token=TOKEN;object=KEY?module-path=LIBRARY&pin-source=FILE}.
 *
 * @param token the label of the device
 * @param object the label of the key, and of its public key
 * @param module the library of the device's maker
 * @param pin the file with the PIN
 */
public record Pkcs11Uri(String token, String object, Path module, Path pin) {
    private static final String SCHEME = "pkcs11:";
    private static final List<String> ATTRIBUTES = List.of("token", "object", "module-path", "pin-source");

    /** Whether this is meant to be such an address. */
    public static boolean is(String text) {
        return text.startsWith(SCHEME);
    }

    /** @throws IllegalArgumentException if it is not in this form; the message says all that is wrong */
    public static Pkcs11Uri parse(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Set<String> faults = new TreeSet<>();
        for (String attribute : text.substring(SCHEME.length()).split("[;?&]")) {
            int equals = attribute.indexOf('=');
            String name = equals < 0 ? attribute : attribute.substring(0, equals);
            if (name.equals("pin-value")) {
                faults.add("\"pin-value\" is not taken: write the PIN into a file and name it as \"pin-source\"");
            } else if (!ATTRIBUTES.contains(name)) {
                faults.add("\"" + name + "\" is not one of " + ATTRIBUTES);
            } else if (attributes.put(name, decoded(attribute.substring(equals + 1), faults)) != null) {
                faults.add("\"" + name + "\" occurs twice");
            }
        }
        ATTRIBUTES.stream()
                .filter(name -> attributes.getOrDefault(name, "").isBlank())
                .forEach(name -> faults.add("\"" + name + "\" is missing"));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "This is not the address of a key in a PKCS#11 device: " + String.join("; ", faults));
        }
        return new Pkcs11Uri(
                attributes.getOrDefault("token", ""),
                attributes.getOrDefault("object", ""),
                Path.of(attributes.getOrDefault("module-path", "")),
                Path.of(attributes.getOrDefault("pin-source", "").replaceFirst("^file:(//)?", "")));
    }

    private static String decoded(String value, Set<String> faults) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            faults.add("\"" + value + "\" has a % without two hexadecimal digits after it");
            return value;
        }
    }

    @Override
    public String toString() {
        return "\"" + object + "\" of the device \"" + token + "\"";
    }
}
