import Foundation
import Testing

/// A Python script beside the tests, and how to run it against the executable that was just built.
struct Script {
    /// How a run ended.
    struct Ending {
        /// Whether the script left with code 0 within its time.
        let isGood: Bool
        /// Everything it and its servers printed, and how it ended.
        let report: String
    }

    /// Its file's name without the suffix.
    let name: String
    /// How long it may take.
    var limit: Duration = .seconds(180)
    /// Added to its environment.
    var settings: [String: String] = [:]

    /// Hours instead of minutes.
    static let isSoak = ProcessInfo.processInfo.environment["NEWEL_SOAK"] == "1"

    private static let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Scripts")
    private static let root = scripts.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// Where the build puts executables and libraries.
    static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    /// A Python that has boto3: the one `make test` sets up, else the machine's; `nil` if neither has it.
    static let python: String? = {
        let own = root.appending(path: ".venv/bin/python3").path
        return [own, "/usr/bin/env"].first { path in
            guard FileManager.default.isExecutableFile(atPath: path) else { return false }
            let arguments = path == own ? [path] : [path, "python3"]
            return Child.run(arguments + ["-c", "import boto3"], environment: environment([:]), limit: .seconds(60))
                .code == 0
        }
    }()

    /// Whether scripts run at all. In CI they always do: without their clients they fail.
    static var canRun: Bool { python != nil || ProcessInfo.processInfo.environment["CI"] == "true" }
    /// What to do when they cannot.
    static let advice: Comment = "no Python with boto3 here: `make test` installs one"

    /// Runs the script to its end.
    func run() -> Ending {
        guard let python = Self.python else { return Ending(isGood: false, report: Self.advice.rawValue) }
        let path = Self.scripts.appending(path: "\(name).py").path
        let ended = Child.run(
            (python.hasSuffix("env") ? [python, "python3"] : [python]) + [path],
            environment: Self.environment(settings), limit: limit)
        return Ending(isGood: ended.code == 0, report: "\(name).py: \(ended.text)\n\(ended.output)")
    }

    private static func environment(_ settings: [String: String]) -> [String: String] {
        var all = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("AWS_") }
        all["NEWEL"] = products.appending(path: "newel").path
        all["NEWEL_HEADERS"] = root.appending(path: "Sources/CNewelPlugin/include").path
        all["PYTHONDONTWRITEBYTECODE"] = "1"
        all["PYTHONUNBUFFERED"] = "1"
        let clients = root.appending(path: ".venv/bin").path
        all["PATH"] = "\(clients):\(all["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")"
        return all.merging(settings) { $1 }
    }
}
