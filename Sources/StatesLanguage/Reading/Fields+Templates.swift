import JSONPathLanguage
import JSONTree

extension Fields {
    /// A payload template; `nil` when absent or refused.
    func template(_ name: String) -> PayloadTemplate? {
        guard let value = object[name] else { return nil }
        return template(value, at: place.field(name))
    }

    /// A value to be computed in the query language of the state.
    func value(_ name: String) -> ValueTemplate? {
        language == .jsonata ? jsonata(name).map(ValueTemplate.jsonata) : template(name).map(ValueTemplate.jsonPath)
    }

    /// What a state or an item reader hands over: `Parameters`, in JSONata `Arguments`.
    func arguments() -> ValueTemplate? { value(argumentsName) }

    /// `Parameters`, in JSONata `Arguments`.
    var argumentsName: String { language == .jsonata ? "Arguments" : "Parameters" }

    /// `Assign`: a value whose fields are names of variables.
    func assign(_ expressions: ExpressionPlace = .after) -> ValueTemplate? {
        guard let variables = nested("Assign") else { return nil }
        for (key, _) in variables.object {
            variables.checkVariable(named: language == .jsonata ? key : key.droppingDollar, key)
        }
        guard language == .jsonata else { return template("Assign").map(ValueTemplate.jsonPath) }
        return jsonata("Assign", expressions).map(ValueTemplate.jsonata)
    }

    private func template(_ value: JSON, at place: Place) -> PayloadTemplate? {
        let before = problems.found.count
        checkTemplate(value, at: place)
        do throws(TemplateSyntaxError) {
            let template = try PayloadTemplate(value)
            variables.note(template.variableNames)
            return template
        } catch {
            if !problems.found[before...].contains(where: { $0.severity == .error }) {
                problems.error(error.message, at: place)
            }
            return nil
        }
    }

    /// Finds every fault of a template, where the template itself stops at the first.
    private func checkTemplate(_ value: JSON, at place: Place) {
        if let elements = value.arrayValue {
            for (index, element) in elements.enumerated() { checkTemplate(element, at: place.element(index)) }
        }
        guard let object = value.objectValue else { return }
        for (key, value) in object {
            let name = key.droppingDollar
            guard name.utf8.count < key.utf8.count else {
                checkLiteral(value, named: key, at: place)
                continue
            }
            if object[name] != nil {
                problems.error("The fields '\(name)' and '\(key)' cannot stand together", at: place, field: key)
            }
            if !Self.isPathOrCall(value) {
                problems.error(
                    "The value for the field '\(key)' must be a valid JSONPath or a valid intrinsic function call",
                    at: place,
                    field: key)
            }
        }
    }

    private func checkLiteral(_ value: JSON, named key: String, at place: Place) {
        if let text = value.stringValue, Lints.looksLikePath(text) {
            problems.warn(
                "The value of '\(key)' looks like a path or an intrinsic function, but is taken as it is; '\(key).$' would compute it",
                at: place.field(key), code: ProblemCode.noDollar)
        }
        checkTemplate(value, at: place.field(key))
    }

    private static func isPathOrCall(_ value: JSON) -> Bool {
        guard let text = value.stringValue else { return false }
        do throws(PathSyntaxError) {
            if text.utf8.first == UInt8(ascii: "$") {
                _ = try JSONPath(text)
                return true
            }
            _ = try IntrinsicCall(text)
            return !IntrinsicText.hasUnknownEscape(text)
        } catch {
            return false
        }
    }

    /// Source: "Passing data between states with variables": a letter first, then letters, digits and underscores; at most 80.
    private func checkVariable(named name: String, _ key: String) {
        if name == "states" {
            problems.error(
                "Cannot assign to reserved variable '$states'.", at: place, field: key,
                code: ProblemCode.reservedVariable)
        } else if name.count > Limits.variableNameMax {
            problems.error(
                "Invalid variable name '\(name)': the variable name exceeds the \(Limits.variableNameMax)-character limit.",
                at: place,
                field: key, code: ProblemCode.invalidVariable)
        } else if !Self.isVariableName(name) {
            problems.error(
                "Invalid variable name '\(name)': the variable name contains invalid characters.", at: place,
                field: key,
                code: ProblemCode.invalidVariable)
        }
    }

    private static func isVariableName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, first.properties.isXIDStart else { return false }
        return name.unicodeScalars.dropFirst().allSatisfy { $0.properties.isXIDContinue }
    }
}

extension String {
    /// The name without the `.$` that makes a payload template compute its value.
    var droppingDollar: String {
        utf8.count > 2 && utf8.suffix(2).elementsEqual(".$".utf8)
            ? String(decoding: utf8.dropLast(2), as: UTF8.self) : self
    }
}
