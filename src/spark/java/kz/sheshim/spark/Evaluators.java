package kz.sheshim.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kz.sheshim.spark.Evaluator.Assignment;
import org.apache.spark.SparkFiles;
import org.apache.spark.broadcast.Broadcast;

/**
 * The one evaluator of this JVM, made when it is needed first. Its classes, those of the core, come from the archive that Spark has unpacked here, and share
 * nothing with those of Spark, which brings other versions of the same libraries.
 */
final class Evaluators {
    /** The name under which Spark unpacks the archive; it holds jars. */
    static final String ARCHIVE = "evaluator";

    private static Evaluator evaluator;

    private Evaluators() {}

    /** An application of Spark has one assignment. */
    static synchronized Evaluator of(Broadcast<Assignment> assignment) {
        if (evaluator == null) {
            evaluator = make(assignment.value());
        }
        return evaluator;
    }

    private static Evaluator make(Assignment assignment) {
        Thread thread = Thread.currentThread();
        ClassLoader ofSpark = thread.getContextClassLoader();
        try {
            ClassLoader core = new CoreLoader(Path.of(SparkFiles.get(ARCHIVE)));
            thread.setContextClassLoader(core);
            Method of = core.loadClass(Evaluator.class.getPackageName() + ".CoreEvaluator")
                    .getDeclaredMethod("of", Assignment.class);
            of.setAccessible(true);
            return (Evaluator) of.invoke(null, assignment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the archive " + ARCHIVE + " does not hold this version", e);
        } finally {
            thread.setContextClassLoader(ofSpark);
        }
    }

    private static final class CoreLoader extends URLClassLoader {
        CoreLoader(Path folder) throws IOException {
            super(jars(folder), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] jars(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.sorted().map(Path::toFile).map(CoreLoader::url).toArray(URL[]::new);
            }
        }

        private static URL url(File file) {
            try {
                return file.toURI().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            boolean isShared = name.equals(Evaluator.class.getName()) || name.startsWith(Evaluator.class.getName() + "$");
            return isShared ? Class.forName(name, false, Evaluator.class.getClassLoader()) : super.findClass(name);
        }
    }
}
