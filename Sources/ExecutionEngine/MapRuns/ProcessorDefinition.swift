import JSONTree

/// The item processor of a Map state as a definition of its own: what an execution runs that goes on where a child of a Map Run stood.
enum ProcessorDefinition {
    /// Its text; `nil` when the definition has no such state.
    ///
    /// - Parameters:
    ///   - state: The Map state, wherever inside; names are distinct throughout a definition.
    ///   - definition: The text its machine was given.
    static func text(of state: String, in definition: [UInt8]) throws(JSONError) -> [UInt8]? {
        let machine = try JSON.parse(definition)
        guard let processor = processor(of: state, in: machine) else { return nil }
        var members = JSONObject()
        // What contains a state has no say in its language, only the machine.
        for (name, value) in [
            ("Comment", processor["Comment"]), ("QueryLanguage", machine["QueryLanguage"]),
            ("StartAt", processor["StartAt"]), ("States", processor["States"]),
        ] {
            if let value { members[name] = value }
        }
        return JSON.object(members).bytes
    }

    private static func processor(of name: String, in graph: JSON) -> JSON? {
        for (state, fields) in graph["States"]?.objectValue ?? [:] {
            let own = fields["ItemProcessor"] ?? fields["Iterator"]
            if state == name { return own }
            for inner in (fields["Branches"]?.arrayValue ?? []) + (own.map { [$0] } ?? []) {
                if let found = processor(of: name, in: inner) { return found }
            }
        }
        return nil
    }
}
