/// One thing that is wrong with a template, in the words of SAM.
struct TemplateProblem: Error, Equatable {
    /// A whole sentence, or several.
    let message: String

    /// Something about the template as a whole.
    static func template(_ words: String) -> TemplateProblem {
        TemplateProblem(message: "Structure of the SAM template is invalid. \(words)")
    }

    /// Something about a resource.
    static func resource(_ id: String, _ words: String) -> TemplateProblem {
        TemplateProblem(message: "Resource with id [\(id)] is invalid. \(words)")
    }

    /// Something about an event of a function or a state machine.
    static func event(_ id: String, of resource: String, _ words: String) -> TemplateProblem {
        .resource(resource, "Event with id [\(id)] is invalid. \(words)")
    }

    /// A logical id that is to be made is taken.
    static func taken(_ id: String, type: String, by resource: String) -> TemplateProblem {
        TemplateProblem(
            message:
                "Transforming resource with id [\(resource)] attempts to create a new resource with id [\(id)] and type "
                + "\"\(type)\". A resource with that id already exists within this template. Please use a different id for that resource."
        )
    }
}
