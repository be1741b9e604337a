package kz.sheshim.adapter.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.sheshim.workbook.Allowance;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The zip file of a workbook: its parts by name, in the one way in which all programs must understand it. */
final class Archive implements AutoCloseable {
    private static final int MAX_PARTS = 5_000;

    private final ZipFile zip;
    private final Allowance allowance;
    private final Map<String, ZipArchiveEntry> parts = new LinkedHashMap<>();

    /**
     * @throws IOException if the file was cut off, or can be understood in two ways
     */
    Archive(byte[] bytes, Allowance allowance) throws IOException {
        this.allowance = allowance;
        zip = open(bytes);
        for (ZipArchiveEntry entry : (Iterable<ZipArchiveEntry>) zip.getEntriesInPhysicalOrder()::asIterator) {
            String name = key(entry.getName());
            if (parts.putIfAbsent(name, entry) != null) {
                zip.close();
                throw new IOException("it holds " + name + " twice, and programs differ in which of them they show");
            }
            if (parts.size() > MAX_PARTS) {
                zip.close();
                throw new IOException("it has more than " + MAX_PARTS + " parts");
            }
        }
    }

    private static ZipFile open(byte[] bytes) throws IOException {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                    .get();
        } catch (IOException e) {
            throw new IOException("it is cut off, or its zip container is damaged", e);
        }
    }

    /** Names of parts differ in more than case (ECMA-376, part 2). */
    static String key(String name) {
        return name.replace('\\', '/').replaceFirst("^/+", "").toLowerCase(Locale.ROOT);
    }

    List<String> names() {
        return parts.values().stream().map(ZipArchiveEntry::getName).toList();
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    Stream<String> below(String folder) {
        return parts.keySet().stream().filter(name -> name.startsWith(folder));
    }

    /** Hands a part to an XML handler, whole. */
    void parse(String name, PartHandler handler) throws IOException, Allowance.Exceeded, PartHandler.Broken {
        ZipArchiveEntry entry = parts.get(key(name));
        if (entry == null) {
            throw new IOException("its part " + name + " is missing");
        }
        try (InputStream packed = zip.getInputStream(entry)) {
            CountedStream part = new CountedStream(packed, allowance);
            handler.parse(part);
            part.finish(entry.getCrc(), name);
        } catch (CountedStream.OverLimit e) {
            throw e.exceeded();
        }
    }

    /** A part, whole. */
    byte[] bytes(String name) throws IOException, Allowance.Exceeded {
        ZipArchiveEntry entry = parts.get(key(name));
        if (entry == null) {
            throw new IOException("its part " + name + " is missing");
        }
        try (InputStream packed = zip.getInputStream(entry)) {
            CountedStream part = new CountedStream(packed, allowance);
            byte[] bytes = part.readAllBytes();
            part.finish(entry.getCrc(), name);
            return bytes;
        } catch (CountedStream.OverLimit e) {
            throw e.exceeded();
        }
    }

    /**
     * The zip file with other contents of some parts; all other parts are copied as they are packed.
     *
     * @param changed the contents by {@link #key}
     * @param removed the keys of parts that are left out
     */
    byte[] with(Map<String, byte[]> changed, Set<String> removed) throws IOException {
        SeekableInMemoryByteChannel copy = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(copy)) {
            for (Map.Entry<String, ZipArchiveEntry> part : parts.entrySet()) {
                ZipArchiveEntry old = part.getValue();
                byte[] content = changed.get(part.getKey());
                if (removed.contains(part.getKey())) {
                    continue;
                }
                if (content == null) {
                    try (InputStream packed = zip.getRawInputStream(old)) {
                        out.addRawArchiveEntry(old, packed);
                    }
                } else {
                    ZipArchiveEntry entry = new ZipArchiveEntry(old.getName());
                    entry.setTime(old.getTime());
                    out.putArchiveEntry(entry);
                    out.write(content);
                    out.closeArchiveEntry();
                }
            }
        }
        return Arrays.copyOf(copy.array(), (int) copy.size());
    }

    /** The first bytes of a part, if there is one. */
    Optional<byte[]> start(String name, int length) throws IOException {
        ZipArchiveEntry entry = parts.get(key(name));
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream packed = zip.getInputStream(entry)) {
            return Optional.of(
                    packed == null ? new ByteArrayInputStream(new byte[0]).readAllBytes() : packed.readNBytes(length));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
