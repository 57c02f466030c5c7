import JSONTree

/// What the parameters of a template stand for.
package struct ParameterValues: Sendable {
    /// By key, as given: what describing a stack shows.
    package private(set) var texts: [(name: String, text: String)] = []

    /// Takes the texts that were given, and defaults for the rest.
    ///
    /// - Throws: For a key the template does not know, and for one without a value.
    package init(_ template: Template, given: [String: String]) throws(TemplateError) {
        let known = Set(template.parameters.map(\.name))
        let strangers = given.keys.filter { !known.contains($0) }.sorted()
        guard strangers.isEmpty else {
            throw TemplateError("Parameters: [\(strangers.joined(separator: ", "))] do not exist in the template")
        }
        var missing: [String] = []
        for parameter in template.parameters {
            if let text = given[parameter.name] ?? parameter.defaultText {
                texts.append((parameter.name, text))
            } else {
                missing.append(parameter.name)
            }
        }
        guard missing.isEmpty else {
            throw TemplateError("Parameters: [\(missing.joined(separator: ", "))] must have values")
        }
    }

    /// The keys whose texts name stored parameters, with those names.
    package func stored(_ template: Template) -> [(name: String, key: String)] {
        texts.filter { entry in template.parameters.contains { $0.name == entry.name && $0.type.isStored } }
            .map { ($0.name, $0.text) }
    }

    /// The values, checked.
    ///
    /// - Parameters:
    ///   - stored: What was found for the keys that name stored parameters.
    ///   - later: Keys whose texts only stand for what is not known yet.
    package func values(
        _ template: Template, stored: [String: String], later: Set<String> = []
    ) throws(TemplateError) -> [String: JSON] {
        var values: [String: JSON] = [:]
        for (name, text) in texts {
            guard let parameter = template.parameters.first(where: { $0.name == name }) else { continue }
            guard !later.contains(name) else {
                values[name] = parameter.type.isList ? [.string(text)] : .string(text)
                continue
            }
            values[name] = try parameter.value(of: stored[name] ?? text)
        }
        return values
    }
}
