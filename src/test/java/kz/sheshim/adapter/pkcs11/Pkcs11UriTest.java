package kz.sheshim.adapter.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class Pkcs11UriTest {
    @Test
    void addressNamesDeviceKeyLibraryAndFileWithPin() {
        assertThat(Pkcs11Uri.parse(
                        "pkcs11:object=log%20key;token=a+b?pin-source=file:///etc/pin&module-path=/lib/p11.so"))
                .isEqualTo(new Pkcs11Uri("a+b", "log key", Path.of("/lib/p11.so"), Path.of("/etc/pin")));
        assertThat(Pkcs11Uri.parse("pkcs11:token=t;object=o?module-path=m&pin-source=/pin")
                        .pin())
                .isEqualTo(Path.of("/pin"));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pkcs11Uri.parse("pkcs11:token=t;token=%zz;id=%01?pin-value=1234"))
                .withMessage("This is not the address of a key in a PKCS#11 device:"
                        + " \"%zz\" has a % without two hexadecimal digits after it;"
                        + " \"id\" is not one of [token, object, module-path, pin-source];"
                        + " \"module-path\" is missing; \"object\" is missing; \"pin-source\" is missing;"
                        + " \"pin-value\" is not taken: write the PIN into a file and name it as \"pin-source\";"
                        + " \"token\" occurs twice");
    }

    @Test
    void onlyThisSchemeIsAnAddress() {
        assertThat(Pkcs11Uri.is("pkcs11:token=t")).isTrue();
        assertThat(Pkcs11Uri.is("/data/pkcs11:key.pem")).isFalse();
    }
}
