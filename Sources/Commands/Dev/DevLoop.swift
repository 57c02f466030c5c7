import Digests
import HandlerContract
import Platform
import PluginHost

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
        var change = SourceWatcher.Change(names: [], seenAt: .now)
        while true {
            try await cycle(change)
            let (waiting, next) = await work.run { [watcher] in
                var watcher = watcher
                let next = watcher.next()
                return (watcher, next)
            }
            watcher = waiting
            guard let next else { return }
            change = next
        }
    }

    /// One build, from the change that asked for it to its service. What goes wrong is told, and the build before it goes on.
    private func cycle(_ change: SourceWatcher.Change) async throws {
        if !change.names.isEmpty {
            let names = change.names.prefix(3).joined(separator: ", ")
            let rest = change.names.count > 3 ? " and \(change.names.count - 3) more" : ""
            Terminal.print("\n\(Terminal.styled(names + rest, .bold)) changed")
        }
        let started = ContinuousClock.now
        let tool = project.tool.command.joined(separator: " ")
        let end = try await work.run { [project, stop] () throws in
            try ToolRun.run(project.tool.command, in: project.folder, until: stop)
        }
        let built = ContinuousClock.now
        switch end {
        case .stopped: return
        case .failed(let output, let reason):
            Terminal.print(String(decoding: output, as: UTF8.self).trimmedEnd)
            return fail("'\(tool)' failed (\(reason)) after \(started.duration(to: built).formatted)")
        case .done(let output):
            let text = String(decoding: output, as: UTF8.self)
            if text.contains("warning:") { Terminal.print(text.trimmedEnd) }
        }
        Terminal.print("  built in \(started.duration(to: built).formatted)")
        let libraries = project.libraries
        guard !libraries.isEmpty else {
            let places = project.tool.outputs.joined(separator: " or ")
            return fail("'\(tool)' left no plugin in \(places): a library (.so) that exports newel_plugin_entry")
        }
        guard await passes(libraries), try await answersRightly(libraries) else { return }
        let tried = ContinuousClock.now
        for library in libraries { try await serve(library) }
        let (now, toolTime) = (ContinuousClock.now, started.duration(to: built))
        let whole = change.seenAt.duration(to: now)
        Terminal.print(
            "  swapped in \(tried.duration(to: now).formatted); \(whole.formatted) after the save, \((whole - toolTime).formatted) of them not the tool's"
        )
    }

    /// Checks what was built as `newel plugin check` does; the library comes up in a worker.
    private func passes(_ libraries: [String]) async -> Bool {
        var isSound = true
        for library in libraries {
            let check = await work.run { [trust] in
                PackageCheck(path: library, workerExecutable: Executable.worker, trust: trust)
            }
            for problem in check.problems { Terminal.print("  \(library): \(problem)") }
            for remark in check.remarks { Terminal.print("  \(library): note: \(remark)") }
            isSound = isSound && check.problems.isEmpty
        }
        if !isSound { fail("the build cannot be served") }
        return isSound
    }

    /// Calls the functions with their example events, apart from the server.
    private func answersRightly(_ libraries: [String]) async throws -> Bool {
        let trial = try TrialFolder(libraries)
        defer { trial.remove() }
        let functions = try LocalFunctions(plugins: [trial.path])
        defer { functions.discard() }
        let examples = ExampleEvents(folder: "\(project.folder)/events", functions: functions.names(below: trial.path))
        for problem in examples.problems { Terminal.print("  \(problem)") }
        var failures = examples.problems.count
        for event in examples.events {
            let (outcome, duration) = await functions.call(event.function, event.payload)
            guard let problem = event.problem(of: outcome) else {
                Terminal.print("  \(Terminal.styled("✔", .green)) events/\(event.name)  \(duration.formatted)")
                continue
            }
            failures += 1
            Terminal.print("  \(Terminal.styled("✘", .red)) events/\(event.name): \(problem)")
            let summary = InvocationSummary(logTail: outcome.logTail, requestID: LocalFunctions.requestID).text
            if !summary.isEmpty { Terminal.print(summary) }
        }
        if failures > 0 { fail("\(failures) of the example events did not come out right") }
        return failures == 0
    }

    private func serve(_ library: String) async throws {
        let bytes = try FileContent.read(library)
        let sha256 = Digests.hex(Digests.sha256(bytes))
        let name = String(library.split(separator: "/").last ?? "plugin.so")
        switch try await place.put(bytes, as: name, sha256: sha256) {
        case .served(let names):
            let served = names.joined(separator: ", ")
            Terminal.print("  \(Terminal.styled(served, .green)) is served, build \(sha256.prefix(12))")
        case .refused(let reason): fail("the server does not serve \(name): \(reason)")
        }
    }

    private func fail(_ reason: String) {
        Terminal.print("  \(Terminal.styled(reason, .red)); the build before it goes on")
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
