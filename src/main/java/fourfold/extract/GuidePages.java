package fourfold.extract;

import fourfold.core.reference.Guide;
import fourfold.core.reference.GuidePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the offline guide from `fourfold/guide/*.md` on the class path. `contents.txt` there lists the topics in reading
/// order, one a line; each has a file of that name. Anything wrong is a fault of ours and stops the program with the file
/// and the line.
public final class GuidePages {

    private static final String FOLDER = "/fourfold/guide/";

    private GuidePages() {}

    /// The guide of this version of the program.
    ///
    /// @throws IllegalStateException naming the file and the line when a page is not as it has to be
    public static Guide read() {
        var pages = new ArrayList<GuidePage>();
        for (var topic : topics()) pages.add(GuideText.page(topic, resource(topic + ".md")));
        for (var page : pages)
            for (var link : page.links())
                if (pages.stream().noneMatch(other -> other.topic().equals(link.topic())))
                    throw new IllegalStateException(page.topic() + ".md links to " + link.topic() + ", which is no topic");
        return new Guide(pages);
    }

    static List<String> topics() {
        return resource("contents.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    private static String resource(String file) {
        try (var in = GuidePages.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) throw new IllegalStateException(file + " is missing from the guide");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }
}
