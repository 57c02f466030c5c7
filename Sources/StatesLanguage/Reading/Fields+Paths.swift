import JSONPathLanguage
import JSONTree

extension Fields {
    /// `InputPath` or `OutputPath`.
    func path(_ name: String) -> OptionalPath<JSONPath> {
        guard let value = object[name] else { return .whole }
        guard !value.isNull else { return .null }
        guard let text = text(name) else { return .whole }
        do throws(PathSyntaxError) {
            let path = try JSONPath(text)
            note(path)
            return path.isWholeInput ? .whole : .path(path)
        } catch {
            refuse(name, "Value must be a valid JSONPath.")
            return .whole
        }
    }

    /// `ResultPath`. It writes into the input, so it may name neither the context object nor a variable.
    func resultPath(_ name: String = "ResultPath") -> OptionalPath<ReferencePath> {
        guard let value = object[name] else { return .whole }
        guard !value.isNull else { return .null }
        guard let text = text(name), text != "$" else { return .whole }
        guard startsWithDollar(text, name) else { return .whole }
        do throws(PathSyntaxError) {
            return .path(try ReferencePath(text))
        } catch {
            refuse(name, "Value is not a Reference Path: \(error.message)")
            return .whole
        }
    }

    /// A path that leads to a single value, in the input, the context object or a variable.
    func singlePath(_ name: String) -> JSONPath? {
        guard let text = text(name), startsWithDollar(text, name) else { return nil }
        do throws(PathSyntaxError) {
            let path = try JSONPath(text)
            guard path.isDefinite else {
                refuse(name, "Value is not a Reference Path: The path must lead to a single value")
                return nil
            }
            note(path)
            return path
        } catch {
            refuse(name, "Value is not a Reference Path: \(error.message)")
            return nil
        }
    }

    /// A text, or where to find it in the field whose name ends in `Path`: a path or an intrinsic function.
    func textSource(_ name: String) -> TextSource? {
        if language == .jsonata {
            if case .expression(let text)? = textOrExpression(name) { return .expression(text) }
            return text(name).map(TextSource.constant)
        }
        oneOf([name, "\(name)Path"])
        if let text = text(name) {
            if Lints.looksLikePath(text) {
                problems.warn(
                    "The value of '\(name)' looks like a path, but is taken as it is; for a path there is '\(name)Path'",
                    at: place.field(name), code: ProblemCode.noPath)
            }
            return .constant(text)
        }
        let pathName = "\(name)Path"
        guard let text = object[pathName]?.stringValue, text.utf8.starts(with: "States.".utf8) else {
            return singlePath(pathName).map(TextSource.path)
        }
        do throws(PathSyntaxError) {
            let call = try IntrinsicCall(text)
            variables.note(call.variableNames)
            if !IntrinsicText.hasUnknownEscape(text) { return .intrinsic(call) }
        } catch {
            // Refused below, with the words AWS has for either fault.
        }
        refuse(
            pathName,
            "The value for the field '\(pathName)' must be a valid JSONPath or a valid intrinsic function call")
        return nil
    }

    private func note(_ path: JSONPath) {
        if let name = path.variableName { variables.note([name]) }
    }

    private func startsWithDollar(_ text: String, _ name: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "$") else {
            refuse(name, "Value is not a Reference Path: Reference path didn't start with '$'")
            return false
        }
        return true
    }
}
