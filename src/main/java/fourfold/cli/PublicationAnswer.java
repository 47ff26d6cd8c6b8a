package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.desk.PublicationDesk;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What importing a publication says.
final class PublicationAnswer {

    private PublicationAnswer() {}

    static Answer of(PublicationDesk.Preview preview, boolean accepted) {
        var members = new TreeMap<String, Json>();
        members.put("kind", Json.of(preview.kind().code()));
        members.put("from", Json.of(preview.agency()));
        members.put("number", Json.of(preview.number()));
        members.put("note", Json.of(preview.note()));
        members.put("signedBy", Json.of(preview.signedBy()));
        members.put("created", Json.of(preview.created().toString()));
        members.put("holdsFrom", Json.of(preview.from().toString()));
        members.put("imported", Json.of(accepted && preview.already().isEmpty()));
        members.put("already", preview.already().<Json>map(at -> Json.of(at.toString())).orElse(Json.nothing()));
        members.put("lines", Json.of(preview.lines().stream().map(PublicationAnswer::line).toList()));
        var sentences = preview.already().isPresent()
                ? List.of("The " + preview.kind().words() + " number " + preview.number() + " from " + preview.agency()
                        + " was taken in already; nothing changes.")
                : List.<String>of();
        return Answer.of(Json.of(members)).saying(sentences);
    }

    private static Json line(PublicationDesk.Line line) {
        return Json.of(Map.of(
                "what", Json.of(line.what()), "before", Json.of(line.before()), "after", Json.of(line.after())));
    }
}
