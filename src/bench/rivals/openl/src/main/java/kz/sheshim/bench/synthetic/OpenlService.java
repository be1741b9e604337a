package kz.sheshim.bench.synthetic;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The engine of OpenL Tablets behind a REST endpoint of Spring Boot. Around the tables, Java does the same as for the other engines. */
@SpringBootApplication
@RestController
public class OpenlService {
    private final OpenlEngine engine = new OpenlEngine();

    public static void main(String[] args) {
        SpringApplication.run(OpenlService.class, args);
    }

    @PostMapping("/decide")
    Answer decide(@RequestBody Application application) {
        return engine.decide(engine.take(application));
    }
}
