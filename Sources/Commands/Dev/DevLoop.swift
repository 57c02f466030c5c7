import Digests
import HandlerContract
import Platform
import PluginHost
import WebConsole

/// Builds, tries and serves a project, again and again as its source changes.
struct DevLoop {
    let project: PluginProject
    let place: DevPlace
    let trust: PackageTrust
    let stop: StopSign
    private let work = BlockingWork(label: "newel.dev", width: 1)

    /// States all.
    init(_ project: PluginProject, _ place: DevPlace, until stop: StopSign) {
        (self.project, self.place, self.stop) = (project, place, stop)
        trust = PackageTrust()
    }

    /// Works until the sign is raised; then nothing it has started or put anywhere is left.
    func run() async throws {
        var watcher = try SourceWatcher(project, until: stop)
        defer {
            watcher.close()
            place.clear()
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            var change: SourceWatcher.Change? = SourceWatcher.Change(names: [], seenAt: .now)
            while let now = change {
                // A server that was started anew has not heard of us.
                if place.isUnknown { group.addTask { [place] in await place.stay() } }
                try await cycle(now)
                (watcher, change) = await work.run { [watcher] in
                    var watcher = watcher
                    let next = watcher.next()
                    return (watcher, next)
                }
            }
            group.cancelAll()
        }
    }

    /// One build, from the change that asked for it to its service. What goes wrong is told, and the build before it goes on.
    private func cycle(_ change: SourceWatcher.Change) async throws {
        if !change.names.isEmpty {
            let names = change.names.prefix(3).joined(separator: ", ")
            let rest = change.names.count > 3 ? " and \(change.names.count - 3) more" : ""
            Terminal.print("\n\(Terminal.styled(names + rest, .bold)) changed")
        }
        try await place.tell(.building)
        do {
            guard let warnings = try await build(change) else { return }
            try await place.tell(.served, warnings)
        } catch let failure as BuildFailure {
            Terminal.print("  \(Terminal.styled(failure.reason, .red)); the build before it goes on")
            try await place.tell(.failed, failure.text)
        }
    }

    /// - Returns: What the tool warns of; `nil` when the sign was raised first.
    /// - Throws: `BuildFailure` when what comes of it is not served.
    private func build(_ change: SourceWatcher.Change) async throws -> String? {
        let started = ContinuousClock.now
        let tool = project.tool.command.joined(separator: " ")
        let end = try await work.run { [project, stop] () throws in
            try ToolRun.run(project.tool.command, in: project.folder, until: stop)
        }
        let built = ContinuousClock.now
        let text: String
        switch end {
        case .stopped: return nil
        case .failed(let output, let reason):
            text = String(decoding: output, as: UTF8.self).trimmedEnd
            Terminal.print(text)
            throw BuildFailure(
                reason: "'\(tool)' failed (\(reason)) after \(started.duration(to: built).formatted)", details: text)
        case .done(let output): text = String(decoding: output, as: UTF8.self).trimmedEnd
        }
        let warnings = text.contains("warning:") ? text : ""
        if !warnings.isEmpty { Terminal.print(warnings) }
        Terminal.print("  built in \(started.duration(to: built).formatted)")
        let libraries = project.libraries
        guard !libraries.isEmpty else {
            let places = project.tool.outputs.joined(separator: " or ")
            throw BuildFailure(
                reason: "'\(tool)' left no plugin in \(places): a library (.so) that exports newel_plugin_entry")
        }
        try await check(libraries)
        try await answerRightly(libraries)
        let tried = ContinuousClock.now
        for library in libraries { try await serve(library) }
        let (now, toolTime) = (ContinuousClock.now, started.duration(to: built))
        let whole = change.seenAt.duration(to: now)
        Terminal.print(
            "  swapped in \(tried.duration(to: now).formatted); \(whole.formatted) after the save, \((whole - toolTime).formatted) of them not the tool's"
        )
        return warnings
    }

    /// Checks what was built as `newel plugin check` does; the library comes up in a worker.
    private func check(_ libraries: [String]) async throws(BuildFailure) {
        var problems: [String] = []
        for library in libraries {
            let check = await work.run { [trust] in
                PackageCheck(path: library, workerExecutable: Executable.worker, trust: trust)
            }
            for problem in check.problems { problems.append("\(library): \(problem)") }
            for problem in check.problems { Terminal.print("  \(library): \(problem)") }
            for remark in check.remarks { Terminal.print("  \(library): note: \(remark)") }
        }
        guard problems.isEmpty else {
            throw BuildFailure(
                reason: "the build cannot be served", details: problems.joined(separator: "\n"))
        }
    }

    /// Calls the functions with their example events, apart from the server.
    private func answerRightly(_ libraries: [String]) async throws {
        let trial = try TrialFolder(libraries)
        defer { trial.remove() }
        let functions = try LocalFunctions(plugins: [trial.path])
        defer { functions.discard() }
        let examples = ExampleEvents(folder: "\(project.folder)/events", functions: functions.names(below: trial.path))
        var problems = examples.problems
        for problem in problems { Terminal.print("  \(problem)") }
        for event in examples.events {
            let (outcome, duration) = await functions.call(event.function, event.payload)
            guard let problem = event.problem(of: outcome) else {
                Terminal.print("  \(Terminal.styled("✔", .green)) events/\(event.name)  \(duration.formatted)")
                continue
            }
            problems.append("events/\(event.name): \(problem)")
            Terminal.print("  \(Terminal.styled("✘", .red)) events/\(event.name): \(problem)")
            let summary = InvocationSummary(logTail: outcome.logTail, requestID: LocalFunctions.requestID).text
            if !summary.isEmpty { Terminal.print(summary) }
        }
        guard problems.isEmpty else {
            throw BuildFailure(
                reason: "\(problems.count) of the example events did not come out right",
                details: problems.joined(separator: "\n"))
        }
    }

    private func serve(_ library: String) async throws {
        let bytes = try FileContent.read(library)
        let sha256 = Digests.hex(Digests.sha256(bytes))
        let name = String(library.split(separator: "/").last ?? "plugin.so")
        switch try await place.put(bytes, as: name, sha256: sha256) {
        case .served(let names):
            let served = names.joined(separator: ", ")
            Terminal.print("  \(Terminal.styled(served, .green)) is served, build \(sha256.prefix(12))")
        case .refused(let reason): throw BuildFailure(reason: "the server does not serve \(name): \(reason)")
        }
    }
}

extension String {
    /// Without the line ends at its end.
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
