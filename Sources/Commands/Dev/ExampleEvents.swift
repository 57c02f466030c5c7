import Glibc
import HandlerContract
import JSONTree
import Platform

/// The example events of a plugin's folder: `events/NAME.json`, or `events/FUNCTION/NAME.json` where there are several functions.
///
/// Beside an event may lie what it must come to: `NAME.expected.json` is the result, `NAME.error.json` has members of the error,
/// `{"errorType": …, "errorMessage": …}`. Without either any result will do, and an error will not.
struct ExampleEvents {
    /// One event.
    struct Event {
        /// The path inside `events`.
        let name: String
        let function: String
        let payload: Payload
        let expected: JSON?
        let expectedError: JSON?
    }

    /// All of them, by name.
    let events: [Event]
    /// What is wrong with files.
    let problems: [String]

    /// Reads the events of a project for the functions it has.
    init(folder: String, functions: [String]) {
        var (events, problems): ([Event], [String]) = ([], [])
        for (prefix, function) in [("", functions.count == 1 ? functions[0] : nil)] + functions.map({ ("\($0)/", $0) })
        {
            let names = Folder.names(in: "\(folder)/\(prefix)").filter {
                $0.hasSuffix(".json") && !$0.hasPrefix(".") && !$0.hasSuffix(".expected.json")
                    && !$0.hasSuffix(".error.json")
            }
            for name in names {
                let path = prefix + name
                guard let function else {
                    problems.append("events/\(path): there are several functions; put it into events/FUNCTION/")
                    continue
                }
                do {
                    let base = "\(folder)/\(path.dropLast(5))"
                    events.append(
                        Event(
                            name: path, function: function,
                            payload: try Payload(parsing: FileContent.read("\(folder)/\(path)")),
                            expected: try Self.tree("\(base).expected.json"),
                            expectedError: try Self.tree("\(base).error.json")))
                } catch let error as JSONError {
                    problems.append("events/\(path):\(error.line):\(error.column): \(error.reason)")
                } catch {
                    problems.append("events/\(path): \(error)")
                }
            }
        }
        (self.events, self.problems) = (events, problems)
    }

    private static func tree(_ path: String) throws -> JSON? {
        guard access(path, F_OK) == 0 else { return nil }
        return try JSON.parse(try FileContent.read(path))
    }
}

extension ExampleEvents.Event {
    /// What is wrong with an outcome; `nil` when it is the one that is wanted.
    func problem(of outcome: InvocationOutcome) -> String? {
        switch outcome.result {
        case .success(let payload):
            if let expectedError {
                return "an error was expected, \(expectedError.text), but it answers \(payload.text)"
            }
            guard let expected else { return nil }
            // The host has found it to be JSON.
            guard let result = try? JSON.parse(payload.bytes), result == expected else {
                return "expected \(expected.text), but it answers \(payload.text)"
            }
            return nil
        case .functionError(let failure):
            let said = "\(failure.type): \(failure.message)"
            guard let expectedError else { return said }
            let isRight =
                [("errorType", failure.type), ("errorMessage", failure.message)].allSatisfy { name, value in
                    expectedError[name].map { $0.stringValue == value } ?? true
                }
            return isRight ? nil : "expected \(expectedError.text), but it fails with \(said)"
        case .refused(let refusal): return "\(refusal.code): \(refusal.message)"
        }
    }
}
