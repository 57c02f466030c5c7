import JSONTree
import ResourceNames
import StorageContract

/// What somebody outside is to say of a resource, at an address that only those know who were told it.
struct AwaitedAnswer: StoredResource {
    static let kind = "cloudformation.answer"
    /// The secret part of the address.
    let token: String
    /// What it is about: unique among those that are waited for.
    let place: String
    /// What was asked; `null` where anybody may signal.
    let request: JSON
    /// Whether the question has reached whoever is to answer it.
    var isSent = false
    /// When nobody waits any more; `nil` until somebody does.
    var deadline: Timestamp?
    /// What was said, by the ids under which it was said.
    var answers: [(id: String, body: JSON)] = []

    /// Nothing has been said yet.
    init(token: String, place: String, request: JSON = .null) {
        (self.token, self.place, self.request) = (token, place, request)
    }

    init?(json: JSON) {
        guard let token = json["token"]?.stringValue, let place = json["place"]?.stringValue else { return nil }
        self.init(token: token, place: place, request: json["request"] ?? .null)
        isSent = json["sent"]?.boolValue ?? false
        deadline = json["deadline"]?.integerValue.map { Timestamp(milliseconds: $0) }
        answers = (json["answers"]?.arrayValue ?? []).map { ($0["id"]?.stringValue ?? "", $0["body"] ?? .null) }
    }

    var key: String { token }

    var json: JSON {
        var json: JSONObject = [
            "token": .string(token), "place": .string(place), "request": request, "sent": .bool(isSent),
            "answers": .array(answers.map { ["id": .string($0.id), "body": $0.body] }),
        ]
        json["deadline"] = deadline.map { .integer($0.milliseconds) }
        return .object(json)
    }
}
