import JSONTree

/// The fields of one object of a definition, read with their checks. Whatever is wrong lands in the problem list.
struct Fields {
    /// The object itself.
    let object: JSONObject
    /// Where it stands.
    let place: Place
    /// Where problems go.
    let problems: ProblemList
    /// The query language of the state it belongs to.
    var language = QueryLanguage.jsonPath
    /// What the state reads is noted here.
    var variables = VariableUse()

    /// Whether a field is there, be it `null`.
    func has(_ name: String) -> Bool { object[name] != nil }

    /// Refuses a field.
    func refuse(_ name: String, _ message: String) { problems.error(message, at: place.field(name)) }

    /// Refuses fields that do not belong here, or not in the query language.
    ///
    /// - Parameters:
    ///   - names: What may stand here in JSONPath.
    ///   - jsonata: What may stand here only in JSONata. Of `names`, JSONata takes those that have nothing to do with paths.
    func allow(_ names: Set<String>, jsonata: Set<String> = []) {
        for (name, _) in object {
            let isInJSONata = jsonata.contains(name) || names.contains(name) && !Self.isOfPaths(name)
            guard language == .jsonPath ? !names.contains(name) : !isInJSONata else { continue }
            guard names.contains(name) || jsonata.contains(name) else {
                problems.error("Field '\(name)' is not supported", at: place, field: name)
                continue
            }
            let other = language == .jsonPath ? QueryLanguage.jsonata : .jsonPath
            problems.error(
                "The QueryLanguage is set to '\(language.rawValue)', but field '\(name)' is only supported for the "
                    + "'\(other.rawValue)' QueryLanguage", at: place, field: name)
        }
    }

    /// Whether a field has a meaning in JSONPath only.
    private static func isOfPaths(_ name: String) -> Bool {
        name.utf8.count > 4 && name.utf8.suffix(4).elementsEqual("Path".utf8)
            || ["Parameters", "ResultSelector", "Result", "Variable", "And", "Or", "Not"].contains(name)
    }

    /// Refuses the object when one of the fields is absent.
    @discardableResult
    func require(_ names: [String]) -> Bool {
        let missing = names.filter { !has($0) }
        guard !missing.isEmpty else { return true }
        problems.error("These fields are required: [\(missing.joined(separator: ", "))]", at: place)
        return false
    }

    /// Refuses the object when more than one of the fields is there, or none of them although one must be.
    func oneOf(_ names: [String], isRequired: Bool = false) {
        let count = names.count { has($0) }
        let list = names.joined(separator: ", ")
        if count > 1 {
            problems.error("There should only be one of the following fields: [\(list)]", at: place)
        } else if count == 0, isRequired {
            problems.error("This object should have only one of the following fields: [\(list)]", at: place)
        }
    }

    /// A text; `nil` when absent or refused.
    func text(_ name: String) -> String? {
        guard let value = object[name] else { return nil }
        guard let text = value.stringValue else {
            refuse(name, "Expected value of type [STRING]")
            return nil
        }
        return text
    }

    /// One of a few texts.
    func choice(_ name: String, of values: [String]) -> String? {
        guard let text = text(name) else { return nil }
        guard values.contains(where: { $0.utf8.elementsEqual(text.utf8) }) else {
            refuse(name, "Value should be one of the following: [\(values.joined(separator: ", "))]")
            return nil
        }
        return text
    }

    /// `true` or `false`.
    func flag(_ name: String) -> Bool? {
        guard let value = object[name] else { return nil }
        guard let flag = value.boolValue else {
            refuse(name, "Expected value of type Boolean")
            return nil
        }
        return flag
    }

    /// A nested object.
    func nested(_ name: String) -> Fields? {
        guard let value = object[name] else { return nil }
        return Fields(value, at: place.field(name), in: self)
    }

    /// The elements of an array, which must not be empty unless that is said.
    func elements(_ name: String, mayBeEmpty: Bool = false) -> [JSON]? {
        guard let value = object[name] else { return nil }
        guard let elements = value.arrayValue else {
            refuse(name, "Expected value of type [ARRAY]")
            return nil
        }
        guard mayBeEmpty || !elements.isEmpty else {
            refuse(name, "Value cannot be empty")
            return nil
        }
        return elements
    }

    /// The objects of an array, each with its place; what is no object is refused.
    func objects(_ name: String, mayBeEmpty: Bool = false) -> [Fields]? {
        elements(name, mayBeEmpty: mayBeEmpty)?.enumerated().compactMap { index, value in
            Fields(value, at: place.field(name).element(index), in: self)
        }
    }
}

extension Fields {
    /// Takes a value for an object; refuses anything else.
    init?(_ value: JSON, at place: Place, _ problems: ProblemList) {
        guard let object = value.objectValue else {
            problems.error("Expected value of type [OBJECT]", at: place)
            return nil
        }
        self.init(object: object, place: place, problems: problems)
    }

    /// Takes a value inside an object of the same state.
    private init?(_ value: JSON, at place: Place, in outer: Fields) {
        self.init(value, at: place, outer.problems)
        language = outer.language
        variables = outer.variables
    }
}
