import Foundation
import Testing

/// Recorded calls, made again against the executable, get the recorded answers.
///
/// The recordings lie beside the project; without them, or without boto3, there is nothing to prove here.
@Suite(.serialized, .enabled(if: Replay.isPossible))
struct ReplayTests {
    @Test(arguments: [
        "base", "choice_operators", "intrinsic_functions", "error_handling", "timeouts", "callback", "activities",
        "api", "api_activities", "api_aliasing", "api_express", "api_logs", "api_map_run", "api_tagging",
        "api_validation", "api_variable_references", "api_versioning", "arguments", "assign", "comments",
        "context_object", "credentials", "evaluate_jsonata", "express", "logs", "outputdecl", "query_language",
        "scenarios", "services", "states_variables", "test_state",
    ])
    func replayableCasesAnswerAsRecordedOrAsExplained(area: String) throws {
        let verdicts = try Replay.run(area).filter { $0.verdict == "pass" || $0.verdict == "fail" }
        #expect(!verdicts.isEmpty)
        for verdict in verdicts where verdict.verdict == "fail" {
            let unexplained = verdict.diff.filter { KnownDifference.explaining($0, in: verdict.id) == nil }
            #expect(unexplained.isEmpty && !verdict.diff.isEmpty, "\(verdict.id)")
        }
    }
}

/// One run of the replaying script.
enum Replay {
    /// What the script says of one case.
    struct Verdict: Decodable {
        var id: String
        var verdict: String
        var diff: [String]
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    private static let recordings = root.deletingLastPathComponent().appending(path: "shared/conformance")
    private static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()

    /// The project's own environment of Python, or the machine's.
    private static let python: [String] = {
        let own = root.appending(path: ".venv/bin/python3").path
        return FileManager.default.isExecutableFile(atPath: own) ? [own] : ["/usr/bin/env", "python3"]
    }()

    static let isPossible: Bool =
        FileManager.default.fileExists(atPath: recordings.appending(path: "asl_replay.py").path)
        && (try? execute(python + ["-c", "import boto3"])) == 0

    /// Replays one area. HTTP headers inside outputs are left out: they are the SDK's, not the service's.
    static func run(_ area: String) throws -> [Verdict] {
        let place = FileManager.default.temporaryDirectory.appending(path: "newel-replay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }  // a temporary folder may stay
        let library = place.appending(path: "libBehaviour.so").path
        let header = root.appending(path: "Sources/CNewelPlugin/include").path
        let source = folder.appending(path: "BehaviourPlugin/behaviour.c").path
        let options = [
            "-shared", "-fPIC", "-O1", "-fvisibility=hidden", "-Wl,-Bsymbolic", "-I", header, "-o", library, source,
        ]
        try #require(execute(["/usr/bin/env", compiler] + options) == 0)
        let result = place.appending(path: "verdicts.json")
        let script = [
            folder.appending(path: "replay.py").path, products.appending(path: "newel").path, place.path,
            recordings.path, result.path,
        ]
        try #require(execute(python + script + [area, "--", "--no-http-metadata"]) == 0)
        return try JSONDecoder().decode([Verdict].self, from: Data(contentsOf: result))
    }

    /// The machine's C compiler, or the one that comes with Swift.
    private static let compiler =
        ["/usr/bin/cc", "/usr/local/bin/cc"].first { FileManager.default.isExecutableFile(atPath: $0) } ?? "clang"

    private static func execute(_ words: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
