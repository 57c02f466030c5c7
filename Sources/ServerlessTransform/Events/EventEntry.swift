import JSONTree

/// One entry of `Events`, checked.
struct EventEntry {
    /// The logical id of what it becomes: the owner's and the event's name.
    let id: String
    /// The name it has in `Events`.
    let name: String
    /// The function or state machine it belongs to.
    let owner: String
    /// `SQS`, `Schedule` …
    let type: String
    /// Its checked properties.
    let given: JSONObject

    /// Reads an entry.
    ///
    /// - Parameters:
    ///   - tables: The types of events that its owner can have.
    ///   - refusal: Why another type of SAM is not to be had.
    init(
        _ name: String, _ json: JSON, of owner: String, _ tables: [PropertyTable], refusal: (String) -> String?
    ) throws(TemplateProblem) {
        (id, self.name, self.owner) = (owner + name, name, owner)
        type = json["Type"]?.stringValue ?? ""
        guard let table = tables.first(where: { $0.type == json["Type"]?.stringValue }) else {
            if let words = refusal(type) { throw .event(name, of: owner, words) }
            let given = json["Type"].map { $0.stringValue ?? $0.text } ?? "None"
            throw .event(
                name, of: owner,
                "Resource dict has missing or invalid value for key Type. Event Type is: \(given).")
        }
        let properties = json["Properties"] ?? .emptyObject
        guard let object = properties.objectValue else {
            throw .resource(id, "Properties of a resource must be an object.")
        }
        given = try table.checked(object, of: id)
    }

    /// Something is wrong with the event.
    func problem(_ words: String) -> TemplateProblem { .event(name, of: owner, words) }
}
