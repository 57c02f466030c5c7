import Platform
import PluginRuntime
import ResourceNames
import Synchronization

/// What lies in the plugin directories, brought up to date by looking again now and then.
final class PluginCatalog: Sendable {
    /// What is there at one moment.
    struct Snapshot: Sendable {
        /// By function name.
        var functions: [String: InstalledHandler] = [:]
        /// In the order of strength, strongest first.
        var integrations: [InstalledHandler] = []
        /// By `package/handler`.
        var qualified: [String: InstalledHandler] = [:]
        /// Packages with exactly one function, by package name.
        var byPackage: [String: InstalledHandler] = [:]
        /// Grows with every change.
        var revision = 0
    }
    /// A file or folder that has been looked at.
    struct Source {
        let place: PluginPlace
        var path: String
        /// What it looked like when it was taken, or refused.
        var files: [PluginFile]
        var handlers: [InstalledHandler]
        /// When its file was first seen to be missing, on the monotonic clock.
        var missingSince: Int64?
        var isMissing: Int { missingSince == nil ? 0 : 1 }
    }
    /// What is known of the directories; whoever has it is the only one who looks at them.
    struct Holdings {
        var sources: [Source] = []
        var ledger: BuildLedger
        /// Builds nobody is led to any more, and since when, on the monotonic clock.
        var retired: [String: Int64] = [:]
        /// What is to be told once it holds.
        var notices: [PluginNotice] = []
    }
    private struct State {
        var snapshot = Snapshot()
        var lastScan: Int64 = 0
    }
    /// Where plugins are looked for, strongest first.
    let places: [PluginPlace]
    let store: ContentStore
    let limits: PluginHostLimits
    private let notice: @Sendable (PluginNotice) -> Void
    private let replaced = Mutex<(@Sendable (Set<String>) -> Void)?>(nil)
    private let wallClock: @Sendable () -> Int64
    private let state = Mutex(State())
    private let holdings: Mutex<Holdings>

    init(_ configuration: PluginHostConfiguration, store: ContentStore) {
        places =
            configuration.pluginDirectories.enumerated().map {
                PluginPlace(rank: $0.offset, folder: $0.element, origin: .droppedIn)
            }
            + (configuration.stockPluginDirectory.map { [PluginPlace(rank: .max, folder: $0, origin: .stock)] } ?? [])
        self.store = store
        limits = configuration.limits
        notice = configuration.onNotice
        wallClock = configuration.wallClock
        holdings = Mutex(Holdings(ledger: BuildLedger(root: store.root)))
    }

    /// What was there when last looked at.
    var snapshot: Snapshot { state.withLock { $0.snapshot } }

    /// Which of all that were there, one after the other, is there now.
    var revision: Int { state.withLock { $0.snapshot.revision } }

    /// Says what follows when nobody is led to some libraries any more; on the thread that looked. Before the first look.
    func whenReplaced(_ action: @escaping @Sendable (_ libraries: Set<String>) -> Void) {
        replaced.withLock { $0 = action }
    }

    /// Now, for people.
    var now: Timestamp { Timestamp(milliseconds: wallClock() / 1_000_000) }

    /// Whether it is time to look again.
    var isStale: Bool {
        let last = state.withLock { $0.lastScan }
        return Clocks.monotonicNanoseconds - last >= limits.scanInterval.nanoseconds
    }

    /// Looks at the directories and takes in what is new. Blocks.
    ///
    /// - Returns: Whether somebody should look again soon, whatever happens: a file is missing that may come back.
    @discardableResult
    func scan() -> Bool {
        var willLookAgain = false
        changeHoldings { holdings in
            if let problem = holdings.ledger.problem {
                holdings.notices.append(PluginNotice(kind: .refused, source: store.root, message: problem))
                holdings.ledger.problem = nil
            }
            let known = Dictionary(holdings.sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
            let candidates = places.flatMap(\.candidates)
            var readings = readings(of: candidates.filter { known[$0.path]?.files != $0.files }, known, holdings.ledger)
            var found: [Source] = []
            for candidate in candidates {
                if let reading = readings.removeValue(forKey: candidate.path) {
                    if let source = taken(reading, replacing: known[candidate.path], &holdings) { found.append(source) }
                } else if var known = known[candidate.path] {
                    known.missingSince = nil
                    found.append(known)
                }
            }
            let present = Set(found.map(\.path))
            for gone in holdings.sources where !gone.handlers.isEmpty && !present.contains(gone.path) {
                if let missing = stillServed(gone, &holdings) { found.append(missing) }
            }
            // What is there is stronger than what may come back; what has come back keeps its place.
            found.sort { ($0.isMissing, $0.place.rank, $0.path) < ($1.isMissing, $1.place.rank, $1.path) }
            willLookAgain = found.contains { $0.missingSince != nil }
            holdings.sources = found
            holdings.ledger.note(present: Set(found.map(\.path)), at: now)
        }
        state.withLock { $0.lastScan = Clocks.monotonicNanoseconds }
        return willLookAgain
    }

    /// A package whose file is gone, as long as it may come back: linkers delete a library before they write it anew, and people clean before they
    /// build. Its build is served out of the store meanwhile.
    private func stillServed(_ source: Source, _ holdings: inout Holdings) -> Source? {
        var source = source
        let now = Clocks.monotonicNanoseconds
        let since = source.missingSince ?? now
        guard now - since < limits.goneTime.nanoseconds else {
            let names = Self.names(source.handlers)
            holdings.notices.append(PluginNotice(kind: .removed, source: source.path, message: names))
            return nil
        }
        source.missingSince = since
        return source
    }

    /// Changes what is known, then lets everybody see it: first on disk, then in the snapshot, then in notices.
    func changeHoldings<Value>(_ body: (inout Holdings) throws(PackageProblem) -> Value) throws(PackageProblem) -> Value
    {
        let (result, left) = holdings.withLock { holdings -> (Result<Value, PackageProblem>, Set<String>) in
            let before = holdings.sources
            let result: Result<Value, PackageProblem>
            do throws(PackageProblem) {
                let value = try body(&holdings)
                try holdings.ledger.save()
                result = .success(value)
            } catch {
                result = .failure(error)
            }
            let left = publish(&holdings, before)
            for told in holdings.notices { notice(told) }
            holdings.notices = []
            return (result, left)
        }
        if !left.isEmpty { replaced.withLock({ $0 })?(left) }
        return try result.get()
    }

    /// The same for what cannot fail but in the writing: then the change holds until the process ends, which is told.
    private func changeHoldings(_ body: (inout Holdings) -> Void) {
        do throws(PackageProblem) { try changeHoldings { (holdings) throws(PackageProblem) in body(&holdings) } } catch
        {
            notice(PluginNotice(kind: .refused, source: store.root, message: error.message))
        }
    }

    /// Makes the snapshot of what is known.
    ///
    /// - Returns: The libraries that nobody is led to any more.
    private func publish(_ holdings: inout Holdings, _ before: [Source]) -> Set<String> {
        let (old, new) = (before.flatMap(\.handlers), holdings.sources.flatMap(\.handlers))
        guard old != new else { return [] }
        let next = Snapshot(holdings.sources)
        state.withLock { [next] state in
            let revision = state.snapshot.revision + 1
            state.snapshot = next
            state.snapshot.revision = revision
        }
        let (builds, libraries) = (Set(new.map(\.buildID)), Set(new.map(\.library)))
        for handler in old where !builds.contains(handler.buildID) {
            holdings.retired[handler.buildID] = Clocks.monotonicNanoseconds
        }
        return Set(old.map(\.library)).subtracting(libraries)
    }

    /// Tells of something at once.
    func tell(_ message: PluginNotice) { notice(message) }

    /// The names of handlers, for people.
    static func names(_ handlers: [InstalledHandler]) -> String { handlers.map(\.name).joined(separator: ", ") }
}

extension PluginCatalog.Snapshot {
    /// What sources offer. The first to claim a name keeps it: dropped-in before stock, directories in the order given.
    init(_ sources: [PluginCatalog.Source]) {
        for handler in sources.flatMap(\.handlers) {
            switch handler.kind {
            case .function:
                if functions[handler.name] == nil { functions[handler.name] = handler }
                let name = "\(handler.package)/\(handler.name)"
                if qualified[name] == nil { qualified[name] = handler }
            // The integrations that are built in also lie beside the executable as libraries, for folders of one's own; only there do they count.
            case .integration where handler.origin == .stock: break
            case .integration: integrations.append(handler)
            }
        }
        for source in sources where source.handlers.count(where: { $0.kind == .function }) == 1 {
            guard let only = source.handlers.first(where: { $0.kind == .function }), !only.package.isEmpty else {
                continue
            }
            if byPackage[only.package] == nil { byPackage[only.package] = only }
        }
    }

    /// A function by its own name, as `package/function`, or by the name of a package that has only one.
    func function(_ name: String) -> InstalledHandler? { functions[name] ?? qualified[name] ?? byPackage[name] }
}

extension InstalledHandler {
    /// The handlers of a stored package that was found somewhere.
    static func all(of package: StoredPackage, origin: Origin, source: String) -> [InstalledHandler] {
        package.entries.map { entry in
            InstalledHandler(
                kind: entry.kind, name: entry.name, package: package.name, handler: entry.handler, flags: entry.flags,
                origin: origin, source: source, library: package.library(of: entry), buildID: package.sha256,
                settings: entry.settings, native: entry.native?.declaration, bootstrap: package.bootstrap,
                layers: package.layers)
        }
    }
}
